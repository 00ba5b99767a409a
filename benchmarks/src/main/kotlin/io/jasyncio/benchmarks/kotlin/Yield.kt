package io.jasyncio.benchmarks.kotlin

import io.jasyncio.benchmarks.workloads.Gate
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

fun yields(operations: Int, gate: Gate): Long = runBlocking {
  var sum = 0L
  for (i in 0 until operations) {
    if (gate.suspends(i)) {
      yield()
    }
    sum += i
  }
  sum
}
