package io.jasyncio.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** Runs a program and notes the lines that it prints. */
final class Transcript {

  /** What a program's {@code main} does. */
  @FunctionalInterface
  interface Program {
    void run() throws Exception;
  }

  private Transcript() {}

  static List<String> of(Program program) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8).lines().toList();
  }
}
