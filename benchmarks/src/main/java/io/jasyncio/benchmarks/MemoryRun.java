package io.jasyncio.benchmarks;

import io.jasyncio.benchmarks.memory.Sleeping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One round of a row by {@link Sleeping}: a process for each form. */
final class MemoryRun {

  /** The serial collector accounts for the heap to the byte. */
  private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmx6g");

  private static final List<Form> FORMS =
      List.of(
          Form.JASYNCIO,
          Form.HAND_WRITTEN,
          Form.KOTLIN,
          Form.VIRTUAL_THREADS,
          Form.COMPLETABLE_FUTURE);

  private static final String SCRIPT = "benchmarks/src/main/python/sleeping.py";

  private MemoryRun() {}

  static void of(Row row, BenchOptions options, Path directory)
      throws IOException, InterruptedException {
    String depth = row.parameters().get("depth");
    for (Form form : FORMS) {
      if (options.measures(form)) {
        String output = Command.output(Command.java(JVM, Sleeping.class, form.name(), depth));
        new Outcome(Double.parseDouble(output.strip()), null).write(directory, row, form);
      }
    }
    if (options.measures(Form.ASYNCIO) && PythonRun.has(Form.ASYNCIO)) {
      String output = Command.output(PythonRun.command(Form.ASYNCIO, SCRIPT, depth));
      new Outcome(Double.parseDouble(output.strip()), null).write(directory, row, Form.ASYNCIO);
    }
  }
}
