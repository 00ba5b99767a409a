package io.jasyncio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether Ctrl-C can reach a process. One that was started with {@code nohup} or {@code &} ignores
 * SIGINT, and so does all that it starts, as Unix wants it.
 */
final class Sigint {

  static final String IGNORED =
      "This process ignores SIGINT (nohup, a job in the background): run the tests in the"
          + " foreground, or through env --default-signal=INT";

  private Sigint() {}

  static boolean isIgnored() throws IOException {
    return isIgnoredAfter(List.of());
  }

  /** What has to stand before a command so that it hears SIGINT, if anything can do that. */
  static List<String> restoringPrefix() throws IOException {
    if (!isIgnored()) {
      return List.of();
    }
    List<String> restoring = List.of("env", "--default-signal=INT"); // GNU only
    return isIgnoredAfter(restoring) ? List.of() : restoring;
  }

  private static boolean isIgnoredAfter(List<String> prefix) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("sh", "-c", "kill -INT $$; echo lives on"));
    Process shell = new ProcessBuilder(command).redirectErrorStream(true).start();
    return !new String(shell.getInputStream().readAllBytes(), UTF_8).isEmpty();
  }
}
