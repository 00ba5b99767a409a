package io.jasyncio.benchmarks.kotlin

import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking

/** Hello world with Kotlin's coroutines. */
object HelloKotlin {
  @JvmStatic
  fun main(arguments: Array<String>) = runBlocking {
    delay(1)
    println("Hello world")
  }
}
