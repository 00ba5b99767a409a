package io.jasyncio.benchmarks.kotlin

import io.jasyncio.benchmarks.workloads.Gate
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

fun runFib(n: Int, gate: Gate): Int = runBlocking { fib(n, gate) }

private suspend fun fib(n: Int, gate: Gate): Int {
  if (gate.suspends(n)) {
    yield()
  }
  return if (n < 2) n else fib(n - 1, gate) + fib(n - 2, gate)
}
