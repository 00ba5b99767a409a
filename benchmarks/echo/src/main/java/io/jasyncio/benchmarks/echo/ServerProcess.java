package io.jasyncio.benchmarks.echo;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A server that runs. */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final int port;

  ServerProcess(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader();
    String first = output.readLine();
    if (first == null) {
      throw new IOException(command + " did not start");
    }
    port = Integer.parseInt(first);
  }

  int port() {
    return port;
  }

  /** The time that its threads have had on a processor. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Process unused = process.onExit().join();
  }
}
