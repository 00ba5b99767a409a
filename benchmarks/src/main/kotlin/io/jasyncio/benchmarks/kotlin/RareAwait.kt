package io.jasyncio.benchmarks.kotlin

import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

fun tightSum(numbers: Int, between: Int): Int = runBlocking { tight(numbers, between) }

private suspend fun tight(numbers: Int, between: Int): Int {
  var hash = 1
  for (i in 0 until numbers) {
    hash = hash * 31 + (i xor (hash ushr 7))
    if (i % between == 0) {
      yield()
    }
  }
  return hash
}

fun vectorisedSum(left: IntArray, right: IntArray, rows: Int, between: Int): Int = runBlocking {
  vectorised(left, right, rows, between)
}

private suspend fun vectorised(left: IntArray, right: IntArray, rows: Int, between: Int): Int {
  var sum = 0
  for (row in 0 until rows) {
    for (j in 0 until left.size) {
      sum += left[j] * right[j] xor row
    }
    if (row % between == 0) {
      yield()
    }
  }
  return sum
}
