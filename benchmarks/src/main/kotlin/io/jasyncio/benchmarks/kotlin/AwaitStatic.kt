package io.jasyncio.benchmarks.kotlin

import io.jasyncio.benchmarks.workloads.Gate
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

fun awaitStatic(operations: Int, gate: Gate): Long = runBlocking {
  var sum = 0L
  for (i in 0 until operations) {
    sum += child(i, gate)
  }
  sum
}

private suspend fun child(i: Int, gate: Gate): Int {
  if (gate.suspends(i)) {
    yield()
  }
  return i + 1
}
