package io.jasyncio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Ctrl-C as a program's user sees it: what is printed, and how the process ends. */
@DisabledOnOs(OS.WINDOWS) // has no kill
class CtrlCTest {

  private static final int STATUS_OF_SIGINT = 130;

  private final List<String> lines = new ArrayList<>();

  @Test
  void program_cleansUpAndEndsAsByCtrlC() throws Exception {
    int status = interrupt(List.of(), "exit", "ready");

    assertEquals(List.of("ready", "cleaning up", "cleaned up"), lines);
    assertEquals(STATUS_OF_SIGINT, status);
  }

  @Test
  void programThatWantsTheException_goesOn() throws Exception {
    int status = interrupt(List.of(), "throw", "ready");

    assertEquals(
        List.of(
            "ready", "cleaning up", "cleaned up", "main caught KeyboardInterrupt", "main goes on"),
        lines);
    assertEquals(0, status);
  }

  @Test
  void secondCtrlC_endsAProgramThatDoesNotEnd() throws Exception {
    int status = interrupt(List.of(), "stubborn", "ready", "cleaning up");

    assertEquals(List.of("ready", "cleaning up"), lines);
    assertEquals(STATUS_OF_SIGINT, status);
  }

  @Test
  void jvmWithoutSignalHandlers_cleansUpInItsShutdownHook() throws Exception {
    int status = interrupt(List.of("--limit-modules", "java.base"), "exit", "ready");

    assertEquals(List.of("ready", "cleaning up", "cleaned up"), lines);
    assertEquals(STATUS_OF_SIGINT, status);
  }

  @Test
  void handlerOfASignalThatTheProcessIgnores_isReported() throws Exception {
    List<String> ignoring = List.of("sh", "-c", "trap '' INT; exec \"$0\" \"$@\"");
    int status = run(ignoring, List.of(), "handler");

    assertTrue(
        lines.toString().contains("The handler of SIGINT will not be called"), lines.toString());
    assertEquals(0, status);
  }

  /** Runs the program, and sends it SIGINT whenever it has printed the next of {@code cues}. */
  private int interrupt(List<String> jvmOptions, String mode, String... cues) throws Exception {
    List<String> restoring = Sigint.restoringPrefix();
    assumeFalse(restoring.isEmpty() && Sigint.isIgnored(), Sigint.IGNORED);
    return run(restoring, jvmOptions, mode, cues);
  }

  private int run(List<String> prefix, List<String> jvmOptions, String mode, String... cues)
      throws Exception {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CtrlCProgram.class.getName(), mode));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    // Reading cannot be interrupted, but it ends with the process.
    CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS).execute(process::destroyForcibly);
    try (BufferedReader output = process.inputReader(UTF_8)) {
      int next = 0;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (next < cues.length && line.equals(cues[next])) {
          next++;
          sendInterrupt(process);
        }
      }
      return process.waitFor();
    }
  }

  private static void sendInterrupt(Process process) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor());
  }
}
