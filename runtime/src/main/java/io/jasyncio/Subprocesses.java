package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Sneaky;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts processes, on the default executor, as that takes its time. */
final class Subprocesses {

  /** The operating system's number in the JDK's messages: "error=2," and later "error: 2 (". */
  private static final Pattern ERROR_NUMBER = Pattern.compile("error(?:=|: )(\\d+)");

  private static final int NO_SUCH_FILE = 2;
  private static final int ACCESS_DENIED = 13;

  private Subprocesses() {}

  @Async
  static Coroutine<AsyncProcess> start(EventLoop loop, ProcessOptions options, List<String> command)
      throws IOException {
    ProcessBuilder builder = options.builder(command);
    Start start = new Start(builder);
    Process process;
    try {
      process = await(loop.runInExecutor(start::begin));
    } catch (CancelledError cancelled) {
      start.abandon();
      throw cancelled;
    } catch (Exception failure) {
      throw Sneaky.raise(
          failure instanceof IOException refused ? named(command, options, refused) : failure);
    }
    return result(new AsyncProcess(loop, process, options));
  }

  static List<String> shell(String command) {
    return ProcessOptions.isWindows()
        ? List.of("cmd.exe", "/c", command)
        : List.of("/bin/sh", "-c", command);
  }

  private static IOException named(
      List<String> command, ProcessOptions options, IOException failure) {
    Matcher number = ERROR_NUMBER.matcher(String.valueOf(failure.getMessage()));
    int error = number.find() ? Integer.parseInt(number.group(1)) : 0;
    IOException named;
    if (options.directory().isPresent() && !Files.isDirectory(options.directory().get())) {
      Path directory = options.directory().get();
      named = new NoSuchFileException("" + directory, null, "no such directory to start in");
    } else if (error == NO_SUCH_FILE) {
      named = new NoSuchFileException(command.get(0), null, "no such program");
    } else if (error == ACCESS_DENIED) {
      named = new AccessDeniedException(command.get(0), null, "not a program one may run");
    } else {
      return failure;
    }
    named.initCause(failure);
    return named;
  }

  /** A start that may be abandoned meanwhile: then the process is killed as soon as it is there. */
  private static final class Start {

    private final ProcessBuilder builder;
    private Process process;
    private boolean abandoned;

    Start(ProcessBuilder builder) {
      this.builder = builder;
    }

    Process begin() throws IOException {
      Process begun = builder.start();
      synchronized (this) {
        process = begun;
        if (abandoned) {
          begun.destroyForcibly();
        }
      }
      return begun;
    }

    synchronized void abandon() {
      abandoned = true;
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }
}
