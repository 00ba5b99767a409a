package io.jasyncio.benchmarks.kotlin

import io.jasyncio.benchmarks.workloads.Gate
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

fun awaitVirtual(operations: Int, sources: Array<KotlinSource>, gate: Gate): Long = runBlocking {
  var sum = 0L
  for (i in 0 until operations) {
    sum += sources[i and 3].next(i, gate)
  }
  sum
}

open class KotlinSource {

  open suspend fun next(i: Int, gate: Gate): Int {
    if (gate.suspends(i)) {
      yield()
    }
    return i + 1
  }

  companion object {
    /** Loads the subclasses only where they are wanted, as the Java form does. */
    @JvmStatic
    fun four(receivers: String): Array<KotlinSource> =
      when (receivers) {
        "virtual" -> Array(4) { KotlinSource() }
        "monomorphic" -> overriding().let { all -> Array(4) { all[1] } }
        else -> overriding()
      }
  }
}

private fun overriding(): Array<KotlinSource> =
  arrayOf(KotlinSource(), Second(), Third(), Fourth())

private open class Second : KotlinSource() {
  override suspend fun next(i: Int, gate: Gate): Int {
    if (gate.suspends(i)) {
      yield()
    }
    return i + 2
  }
}

private open class Third : KotlinSource() {
  override suspend fun next(i: Int, gate: Gate): Int {
    if (gate.suspends(i)) {
      yield()
    }
    return i + 3
  }
}

private open class Fourth : KotlinSource() {
  override suspend fun next(i: Int, gate: Gate): Int {
    if (gate.suspends(i)) {
      yield()
    }
    return i + 4
  }
}
