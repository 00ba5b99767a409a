package io.jasyncio.benchmarks.kotlin

import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

fun pingPong(operations: Int): Long = runBlocking {
  val channel = Channel<Int>(1)
  val producer = launch {
    for (i in 0 until operations) {
      channel.send(i)
    }
  }
  var sum = 0L
  for (i in 0 until operations) {
    sum += channel.receive()
  }
  producer.join()
  sum
}
