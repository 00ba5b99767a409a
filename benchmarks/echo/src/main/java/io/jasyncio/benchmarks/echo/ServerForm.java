package io.jasyncio.benchmarks.echo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server that is compared, each in a process of its own. */
enum ServerForm {
  HAND_WRITTEN("hand-written selector", HandWrittenServer.class, ""),
  JASYNCIO_NIO("jasyncio", JasyncioServer.class, "nio"),
  NETTY_NIO("Netty, NIO", NettyServer.class, "nio"),
  JASYNCIO_NETTY("jasyncio on Netty's epoll", JasyncioServer.class, "netty"),
  NETTY_EPOLL("Netty, epoll", NettyServer.class, "epoll"),
  VIRTUAL_THREADS("virtual threads", VirtualThreadsServer.class, ""),
  ASYNCIO("asyncio", null, ""),
  UVLOOP("asyncio with uvloop", null, "--uvloop");

  private static final Path PYTHON_SERVER =
      Path.of("benchmarks", "echo", "src", "main", "python", "echo_server.py");

  final String title;

  /** Null for Python's. */
  private final Class<?> main;

  /** What its program is told; nothing if it is empty. */
  private final String argument;

  ServerForm(String title, Class<?> main, String argument) {
    this.title = title;
    this.main = main;
    this.argument = argument;
  }

  /** Why it cannot be measured here; null if it can. */
  String missing() throws IOException, InterruptedException {
    if (this == VIRTUAL_THREADS && Runtime.version().feature() < 21) {
      return "this JDK has no virtual threads";
    }
    if (this == ASYNCIO && !succeeds(python(), "--version")) {
      return "there is no " + python();
    }
    if (this == UVLOOP && !succeeds(python(), "-c", "import uvloop")) {
      return python() + " has no uvloop";
    }
    return null;
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException notFound) {
      return false;
    }
  }

  private static String python() {
    return System.getenv().getOrDefault("PYTHON", "python3");
  }

  /** On the first processor: this JVM has the second. */
  List<String> command(List<String> javaOptions) {
    List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
    if (main == null) {
      command.addAll(List.of(python(), PYTHON_SERVER.toString()));
    } else {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(javaOptions);
      // All are given the same heap, and one carrier thread where that is asked for.
      command.addAll(List.of("-Xmx512m", "-Djdk.virtualThreadScheduler.parallelism=1"));
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    }
    if (!argument.isEmpty()) {
      command.add(argument);
    }
    return command;
  }
}
