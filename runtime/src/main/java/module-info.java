/** Python's asyncio: an event loop, tasks, and what a program does with them. */
module io.jasyncio {
  requires transitive io.jasyncio.annotations;

  // Only for who records a flight or watches by JMX.
  requires static java.management;
  requires static jdk.jfr;

  // What IntelliJ's debugger reads from class files.
  requires static org.jetbrains.annotations;

  exports io.jasyncio;
  exports io.jasyncio.flow;
  exports io.jasyncio.spi;
  exports io.jasyncio.sync;

  // For the code that the processor writes; nothing else should use it.
  exports io.jasyncio.codegen;
}
