package io.jasyncio.benchmarks.kotlin

import io.jasyncio.benchmarks.workloads.Gate
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

fun chains(chains: Int, depth: Int, suspensions: Int, gate: Gate): Long = runBlocking {
  var sum = 0L
  for (i in 0 until chains) {
    sum += frame(depth, suspensions, gate)
  }
  sum
}

private suspend fun frame(depth: Int, suspensions: Int, gate: Gate): Int {
  if (depth > 1) {
    return frame(depth - 1, suspensions, gate) + 1
  }
  for (i in 0 until suspensions) {
    if (gate.suspends(i)) {
      yield()
    }
  }
  return 1
}
