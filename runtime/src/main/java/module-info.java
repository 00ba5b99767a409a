/** Python's asyncio: an event loop, tasks, and what a program does with them. */
@SuppressWarnings("module") // io.jasyncio.netty is compiled later, and need not be there.
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

  // The second loop leaves channels of java.nio to it.
  exports io.jasyncio.nio to
      io.jasyncio.netty;

  // For the code that the processor writes; nothing else should use it.
  exports io.jasyncio.codegen;
}
