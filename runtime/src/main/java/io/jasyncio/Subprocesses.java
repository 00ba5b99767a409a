package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.Sneaky;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts processes, on the default executor, as that takes its time. */
final class Subprocesses {

  /** What {@code loop.subprocess_exec} has for its defaults. */
  static final ProcessOptions PIPED =
      ProcessOptions.DEFAULT
          .withStdin(ProcessOptions.PIPE)
          .withStdout(ProcessOptions.PIPE)
          .withStderr(ProcessOptions.PIPE);

  /** The operating system's number in the JDK's messages: "error=2," and later "error: 2 (". */
  private static final Pattern ERROR_NUMBER = Pattern.compile("error(?:=|: )(\\d+)");

  private static final int NO_SUCH_FILE = 2;
  private static final int ACCESS_DENIED = 13;

  private Subprocesses() {}

  /** A command as a list, which names a program and has no gaps. */
  static List<String> checked(String... command) {
    Arguments.notNull(command, "command");
    if (command.length == 0) {
      throw new IllegalArgumentException("no command: give the program and its arguments");
    }
    for (int i = 0; i < command.length; i++) {
      Object unused = Arguments.notNull(command[i], i == 0 ? "program" : "argument " + i);
    }
    return List.of(command);
  }

  @Async
  static Coroutine<AsyncProcess> start(EventLoop loop, ProcessOptions options, List<String> command)
      throws IOException {
    var endpoint =
        await(
            connect(
                loop, () -> new SubprocessStreamProtocol(loop, options.limit()), options, command));
    return result(new AsyncProcess(endpoint.transport(), endpoint.protocol()));
  }

  @Async
  static <P extends SubprocessProtocol> Coroutine<Endpoint<SubprocessTransport, P>> connect(
      EventLoop loop, Supplier<P> factory, ProcessOptions options, List<String> command)
      throws IOException {
    P protocol = factory.get();
    Process process = await(started(loop, options, command));
    ProcessTransport transport = new ProcessTransport(loop, process, options, protocol);
    Future<Void> made = loop.createFuture();
    transport.start(made);
    try {
      await(made);
    } catch (Throwable failure) {
      transport.close();
      throw failure;
    }
    return result(new Endpoint<>(transport, protocol));
  }

  @Async
  private static Coroutine<Process> started(
      EventLoop loop, ProcessOptions options, List<String> command) throws IOException {
    Start start = new Start(options.builder(command));
    try {
      return result(await(loop.runInExecutor(start::begin)));
    } catch (CancelledError cancelled) {
      start.abandon();
      throw cancelled;
    } catch (Exception failure) {
      throw Sneaky.raise(
          failure instanceof IOException refused ? named(command, options, refused) : failure);
    }
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
