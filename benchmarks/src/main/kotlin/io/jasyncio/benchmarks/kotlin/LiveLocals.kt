package io.jasyncio.benchmarks.kotlin

import io.jasyncio.benchmarks.workloads.Gate
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

fun liveLocals(operations: Int, gate: Gate): Long = runBlocking { locals(operations, gate) }

private suspend fun locals(operations: Int, gate: Gate): Long {
  var i0 = 0
  var i1 = 1
  var i2 = 2
  var i3 = 3
  var i4 = 4
  var i5 = 5
  var i6 = 6
  var i7 = 7
  var l0 = 0L
  var l1 = 1L
  var l2 = 2L
  var l3 = 3L
  var l4 = 4L
  var l5 = 5L
  var d0 = 0.0
  var d1 = 1.0
  var d2 = 2.0
  var d3 = 3.0
  var s0 = ""
  var s1 = gate.toString()
  for (i in 0 until operations) {
    if (gate.suspends(i)) {
      yield()
    }
    i0 += i1
    i1 += i2
    i2 += i3
    i3 += i4
    i4 += i5
    i5 += i6
    i6 += i7
    i7 += i0
    l0 += l1
    l1 += l2
    l2 += l3
    l3 += l4
    l4 += l5
    l5 += l0
    d0 += d1
    d1 += d2
    d2 += d3
    d3 += d0
    val s2 = s0
    s0 = s1
    s1 = s2
  }
  return (d0 + d1 + d2 + d3).toLong() + s0.length + s1.length +
    i0 + i1 + i2 + i3 + i4 + i5 + i6 + i7 +
    l0 + l1 + l2 + l3 + l4 + l5
}
