package io.jasyncio.benchmarks.kotlin

import io.jasyncio.benchmarks.workloads.Gate
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

fun spawn(operations: Int, gate: Gate): Long = runBlocking {
  val tasks = List(operations) { i -> async { child(i, gate) } }
  tasks.sumOf { it.await().toLong() }
}

private suspend fun child(i: Int, gate: Gate): Int {
  if (gate.suspends(i)) {
    yield()
  }
  return i and 127
}
