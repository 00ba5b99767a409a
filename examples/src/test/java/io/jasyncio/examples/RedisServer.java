package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A Redis server for one test, which is skipped where Redis is not installed. */
final class RedisServer implements AutoCloseable {

  private final Process process;
  private final int port;

  private RedisServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static RedisServer start(Path directory) throws IOException {
    assumeTrue(
        isInstalled("redis-server"),
        "redis-server is not installed here: apt-get install redis-server");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                "redis-server", "--port", "" + port, "--save", "", "--dir", "" + directory)
            .start();
    RedisServer server = new RedisServer(process, port);
    server.waitUntilItListens();
    return server;
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** It says so itself. */
  private void waitUntilItListens() throws IOException {
    var output = process.inputReader(UTF_8);
    String line = output.readLine();
    while (line != null && !line.contains("Ready to accept connections")) {
      line = output.readLine();
    }
    assertThat(line).isNotNull();
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    Process unused = process.onExit().join();
  }
}
