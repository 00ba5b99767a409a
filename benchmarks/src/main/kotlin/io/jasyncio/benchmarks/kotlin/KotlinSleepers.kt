package io.jasyncio.benchmarks.kotlin

import io.jasyncio.benchmarks.memory.Sleepers
import java.util.concurrent.CountDownLatch
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Jobs below one `runBlocking`, in whose event loop they sleep. */
class KotlinSleepers : Sleepers() {

  override fun put(count: Int, depth: Int) {
    val asleep = CountDownLatch(1)
    val thread = Thread {
      runBlocking {
        repeat(count) {
          launch { nap(depth) }
          if (it % 100 == 99) {
            // Keeps the ready queue short, as the other forms do.
            yield()
          }
        }
        // Behind those that were launched before it.
        launch { asleep.countDown() }
      }
    }
    thread.isDaemon = true
    thread.start()
    asleep.await()
  }

  private suspend fun nap(depth: Int): Int {
    if (depth == 1) {
      delay(DAY_MILLIS.toLong())
      return depth
    }
    return depth + nap(depth - 1)
  }
}
