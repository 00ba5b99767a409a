package io.jasyncio.benchmarks.kotlin

import io.jasyncio.benchmarks.workloads.Receiver
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.runBlocking

/** An unbounded channel, which is safe to send to from any thread. */
class KotlinReceiver : Receiver() {

  private val channel = Channel<Int>(Channel.UNLIMITED)

  init {
    inBackground {
      runBlocking {
        for (item in channel) {
          if (item == STOP) {
            break
          }
          count()
        }
      }
    }
  }

  override fun send(item: Int) {
    channel.trySend(item)
  }
}
