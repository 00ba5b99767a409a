package io.jasyncio.benchmarks;

import io.jasyncio.benchmarks.hello.HelloCompletableFuture;
import io.jasyncio.benchmarks.hello.HelloHandWritten;
import io.jasyncio.benchmarks.hello.HelloJasyncio;
import io.jasyncio.benchmarks.hello.HelloPlainJava;
import io.jasyncio.benchmarks.hello.HelloVirtualThreads;
import io.jasyncio.benchmarks.kotlin.HelloKotlin;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One round of a start-up row: each form's hello world several times, as a process. */
final class StartUpRun {

  private static final int TIMES = 5;

  private static final Map<Form, Class<?>> PROGRAMS =
      new TreeMap<>(
          Map.of(
              Form.JASYNCIO, HelloJasyncio.class,
              Form.HAND_WRITTEN, HelloHandWritten.class,
              Form.PLAIN_JAVA, HelloPlainJava.class,
              Form.KOTLIN, HelloKotlin.class,
              Form.VIRTUAL_THREADS, HelloVirtualThreads.class,
              Form.COMPLETABLE_FUTURE, HelloCompletableFuture.class));

  /** The jars that a program needs beside its own. */
  private static final Map<Form, List<String>> JARS =
      Map.of(
          Form.JASYNCIO, List.of("jasyncio-runtime", "jasyncio-annotations"),
          Form.KOTLIN, List.of("kotlin-stdlib", "kotlinx-coroutines-core-jvm", "annotations-"));

  private StartUpRun() {}

  static void of(Row row, BenchOptions options, Path directory)
      throws IOException, InterruptedException {
    String measure = row.parameters().get("measure");
    for (Map.Entry<Form, Class<?>> program : PROGRAMS.entrySet()) {
      Form form = program.getKey();
      if (!options.measures(form)) {
        continue;
      }
      if (!measure.equals("jars")) {
        List<String> command = Command.java(List.of(), program.getValue());
        new Outcome(medianMillis(command), null).write(directory, row, form);
      } else if (JARS.containsKey(form)) {
        new Outcome(kibibytes(JARS.get(form)), null).write(directory, row, form);
      }
    }
    for (Form form : new Form[] {Form.ASYNCIO, Form.UVLOOP}) {
      if (!measure.equals("jars") && options.measures(form) && PythonRun.has(form)) {
        List<String> command =
            PythonRun.command(form, "benchmarks/src/main/python/hello.py", "world");
        new Outcome(medianMillis(command), null).write(directory, row, form);
      }
    }
  }

  private static double medianMillis(List<String> command)
      throws IOException, InterruptedException {
    double[] millis = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      String output = Command.output(command);
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (!output.strip().equals("Hello world")) {
        throw new IOException(command + " printed " + output);
      }
    }
    Arrays.sort(millis);
    return millis[TIMES / 2];
  }

  /** The size of the jars on the class path whose names begin so. */
  private static double kibibytes(List<String> beginnings) throws IOException {
    long bytes = 0;
    String classPath = System.getProperty("java.class.path");
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      if (beginnings.stream().anyMatch(jar.getFileName().toString()::startsWith)) {
        bytes += Files.size(jar);
      }
    }
    return bytes / 1024.0;
  }
}
