package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * The calls of an event loop that start processes for protocols. For the thread of a running loop.
 * Programs that do not write protocols use {@link Asyncio#createSubprocessExec} and {@link
 * Asyncio#createSubprocessShell}.
 */
public sealed interface ProcessCalls permits EventLoop {

  /** The loop itself. */
  private EventLoop self() {
    return (EventLoop) this;
  }

  /**
   * Starts a program, with pipes to its input and from its outputs. The counterpart of {@code
   * loop.subprocess_exec}.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param command the program and its arguments
   * @return a coroutine to be awaited
   * @throws IOException from the await: {@link java.nio.file.NoSuchFileException} if there is no
   *     such program, {@link java.nio.file.AccessDeniedException} if it may not be run
   */
  default <P extends SubprocessProtocol> Coroutine<Endpoint<SubprocessTransport, P>> subprocessExec(
      Supplier<P> factory, String... command) throws IOException {
    return subprocessExec(factory, Subprocesses.PIPED, command);
  }

  /**
   * Starts a program with options. A start that is cancelled leaves no process behind.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param options how; they decide about the pipes
   * @param command the program and its arguments
   * @return a coroutine to be awaited; when it ends, the protocol's {@code connectionMade} was
   *     called
   * @throws IOException from the await: {@link java.nio.file.NoSuchFileException} if there is no
   *     such program, {@link java.nio.file.AccessDeniedException} if it may not be run
   */
  default <P extends SubprocessProtocol> Coroutine<Endpoint<SubprocessTransport, P>> subprocessExec(
      Supplier<P> factory, ProcessOptions options, String... command) throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(options, "options");
    return Subprocesses.connect(self(), factory, options, Subprocesses.checked(command));
  }

  /**
   * Starts a command of the shell, {@code /bin/sh} or {@code cmd.exe}, with pipes to its input and
   * from its outputs. What comes from outside must not get into the command, as the shell would run
   * it. The counterpart of {@code loop.subprocess_shell}.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param command as typed
   * @return a coroutine to be awaited
   * @throws IOException from the await, if there is no shell
   */
  default <P extends SubprocessProtocol>
      Coroutine<Endpoint<SubprocessTransport, P>> subprocessShell(
          Supplier<P> factory, String command) throws IOException {
    return subprocessShell(factory, Subprocesses.PIPED, command);
  }

  /**
   * Starts a command of the shell with options.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param options how; they decide about the pipes
   * @param command as typed
   * @return a coroutine to be awaited
   * @throws IOException from the await, if there is no shell
   */
  default <P extends SubprocessProtocol>
      Coroutine<Endpoint<SubprocessTransport, P>> subprocessShell(
          Supplier<P> factory, ProcessOptions options, String command) throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(options, "options");
    Arguments.notNull(command, "command");
    return Subprocesses.connect(self(), factory, options, Subprocesses.shell(command));
  }
}
