package io.jasyncio.fixtures.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A user's directory, and a JDK to work with in it. */
final class Project {

  /** Two tiers of compilation and one collector thread are plenty for a small program. */
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path directory;
  private final Path jdk;

  /**
   * A project.
   *
   * @param directory where the commands run
   * @param jdk the home of the JDK whose commands they are
   */
  Project(Path directory, Path jdk) {
    this.directory = directory;
    this.jdk = jdk;
  }

  /** A file or directory of the project. */
  Path path(String name) {
    return directory.resolve(name);
  }

  /** Writes a source file. */
  void write(String name, String text) throws IOException {
    Path file = path(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Tells whether a file is there. */
  boolean has(String name) {
    return Files.exists(path(name));
  }

  /** Runs {@code javac}. */
  Outcome javac(String... arguments) throws IOException, InterruptedException {
    return run("javac", QUICK.stream().map("-J"::concat).toList(), List.of(arguments));
  }

  /** Runs {@code java}. */
  Outcome java(String... arguments) throws IOException, InterruptedException {
    return run("java", QUICK, List.of(arguments));
  }

  private Outcome run(String tool, List<String> quick, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin").resolve(tool).toString());
    command.addAll(quick);
    command.addAll(arguments);
    Path output = Files.createTempFile("jasyncio-" + tool, ".txt");
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // What the tests' own JVM was told is not meant for the user's.
    process
        .environment()
        .keySet()
        .removeAll(
            List.of("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_JAVAC_OPTIONS"));
    int status = process.start().waitFor();
    String text = Files.readString(output);
    Files.delete(output);
    return new Outcome(status, text.replace(System.lineSeparator(), "\n"));
  }
}
