/** Support for testing async code: virtual time, and JUnit tests that are coroutines. */
module io.jasyncio.testing {
  requires transitive io.jasyncio;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.platform.engine;

  exports io.jasyncio.testing;

  provides org.junit.platform.engine.TestEngine with
      io.jasyncio.testing.AsyncTestEngine;
}
