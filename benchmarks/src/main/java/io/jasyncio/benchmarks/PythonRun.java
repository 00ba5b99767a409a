package io.jasyncio.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One round of a row by CPython, as a whole process. {@code PYTHON} says which Python; the form
 * with uvloop is left out where that Python has none, and both where there is no Python.
 */
final class PythonRun {

  private static final String PYTHON = System.getenv().getOrDefault("PYTHON", "python3");
  private static final String SCRIPT = "benchmarks/src/main/python/workloads.py";

  private PythonRun() {}

  static void of(Row row, BenchOptions options, Path directory)
      throws IOException, InterruptedException {
    for (Form form : new Form[] {Form.ASYNCIO, Form.UVLOOP}) {
      if (options.measures(form) && has(form) && !row.parameters().containsValue("mixed")) {
        String output = Command.output(command(form, SCRIPT, row.key())).strip();
        if (!output.isEmpty()) {
          new Outcome(Double.parseDouble(output), null).write(directory, row, form);
        }
      }
    }
  }

  static List<String> command(Form form, String script, String argument) {
    List<String> command = new ArrayList<>(List.of(PYTHON, script));
    if (form == Form.UVLOOP) {
      command.add("--uvloop");
    }
    command.add(argument);
    return command;
  }

  static boolean has(Form form) throws InterruptedException {
    try {
      String module = form == Form.UVLOOP ? "uvloop" : "asyncio";
      String found = "import importlib.util; print(importlib.util.find_spec('" + module + "'))";
      return !Command.output(List.of(PYTHON, "-c", found)).strip().equals("None");
    } catch (IOException e) {
      return false;
    }
  }
}
