package io.jasyncio.benchmarks.echo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the command line says. */
record Options(
    int rounds,
    Duration warmUp,
    Duration measured,
    int connections,
    Pattern servers,
    Pattern requests,
    List<String> javaOptions,
    Path page) {

  static final Path README = Path.of("benchmarks", "README.md");

  static Options parse(String[] arguments) {
    int rounds = 5;
    int seconds = 5;
    int connections = 100;
    Pattern servers = Pattern.compile("");
    Pattern requests = Pattern.compile("");
    Path page = README;
    List<String> javaOptions = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      String option = arguments[i];
      if (option.startsWith("--server-option=")) {
        javaOptions.add(option.substring("--server-option=".length()));
        continue;
      }
      switch (option) {
        case "--short" -> {
          rounds = 1;
          seconds = 1;
          page = Path.of("benchmarks", "echo", "target", "short.md");
        }
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        case "--seconds" -> seconds = Integer.parseInt(arguments[++i]);
        case "--connections" -> connections = Integer.parseInt(arguments[++i]);
        case "--servers" -> servers = Pattern.compile(arguments[++i]);
        case "--requests" -> requests = Pattern.compile(arguments[++i]);
        default ->
            throw new IllegalArgumentException(
                "Unknown option "
                    + option
                    + ": --short, --rounds N, --seconds N, --connections N, --servers REGEX,"
                    + " --requests REGEX");
      }
    }
    Duration measured = Duration.ofSeconds(seconds);
    return new Options(
        rounds, measured, measured, connections, servers, requests, javaOptions, page);
  }
}
