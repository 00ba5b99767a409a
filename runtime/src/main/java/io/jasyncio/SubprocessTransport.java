package io.jasyncio;

import java.io.IOException;

/**
 * A process and the pipes to it. The counterpart of {@code asyncio.SubprocessTransport}.
 *
 * <p>Made by {@link EventLoop#subprocessExec} and {@link EventLoop#subprocessShell}; programs that
 * do not write protocols use {@link AsyncProcess} instead.
 */
public interface SubprocessTransport extends BaseTransport {

  /**
   * Returns the process's number.
   *
   * @return as the operating system has it
   */
  long getPid();

  /**
   * Returns what the process has ended with. After a signal it is 128 and the signal's number, as
   * in a shell: Java does not tell that from an exit status.
   *
   * @return null as long as the process runs, or the loop has not heard of its end
   */
  Integer getReturncode();

  /**
   * Returns the transport of one of the pipes.
   *
   * @param fd 0 for the process's standard input, a {@link WriteTransport}; 1 for its standard
   *     output and 2 for its standard error, {@link ReadTransport}s
   * @return null unless that is a pipe
   */
  BaseTransport getPipeTransport(int fd);

  /**
   * Sends a signal. Java itself sends two, {@code TERM} and {@code KILL}; for all others the
   * program {@code kill} is run.
   *
   * @param signal as {@code "INT"} or {@code "SIGINT"}
   * @return a coroutine to be awaited
   * @throws IOException from the await, if there is no such signal, or no program {@code kill}
   * @throws ProcessLookupException from the await, if the process has ended
   */
  Coroutine<Void> sendSignal(String signal) throws IOException;

  /**
   * Asks the process to end: {@code SIGTERM}.
   *
   * @throws ProcessLookupException if it has ended
   */
  void terminate();

  /**
   * Ends the process: {@code SIGKILL}.
   *
   * @throws ProcessLookupException if it has ended
   */
  void kill();

  /**
   * Closes the pipes, and kills the process if it still runs. A process that writes afterwards
   * learns of it at its second write, as Java cannot withdraw a read. Does nothing the second time.
   */
  @Override
  void close();
}
