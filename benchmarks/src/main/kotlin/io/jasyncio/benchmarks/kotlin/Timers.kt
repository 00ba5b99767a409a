package io.jasyncio.benchmarks.kotlin

import kotlinx.coroutines.async
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking

fun sleepers(millis: IntArray): Long = runBlocking {
  val tasks = millis.map { async { sleeper(it) } }
  tasks.sumOf { it.await().toLong() }
}

private suspend fun sleeper(millis: Int): Int {
  delay(millis.toLong())
  return millis
}
