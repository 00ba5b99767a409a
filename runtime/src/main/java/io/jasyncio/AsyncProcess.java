package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import java.io.IOException;

/**
 * A process that {@link Asyncio#createSubprocessExec} has started. The counterpart of {@code
 * asyncio.subprocess.Process}.
 *
 * <p>A process goes on if nobody waits for it. Leaving a try-with-resources block over one kills it
 * if it still runs, and waits for its end:
 *
 * <pre>{@code
 * try (var process = await(createSubprocessExec(piped, "sort"))) {
 *   System.out.print(await(process.communicate(lines)).out());
 * }
 * }</pre>
 *
 * <p>For the loop's thread only.
 */
public final class AsyncProcess implements AsyncCloseable {

  private final SubprocessTransport transport;
  private final SubprocessStreamProtocol protocol;

  AsyncProcess(SubprocessTransport transport, SubprocessStreamProtocol protocol) {
    this.transport = transport;
    this.protocol = protocol;
  }

  // What it is

  /**
   * Returns what lies below: the process and its pipes.
   *
   * @return always the same
   */
  public SubprocessTransport transport() {
    return transport;
  }

  /**
   * Returns the process's number.
   *
   * @return as the operating system has it
   */
  public long pid() {
    return transport.getPid();
  }

  /**
   * Returns what the process has ended with. After a signal it is 128 and the signal's number, as
   * in a shell: Java does not tell that from an exit status.
   *
   * @return null as long as the process runs, or the loop has not heard of its end
   */
  public Integer returncode() {
    return transport.getReturncode();
  }

  /**
   * Returns the stream to the process's standard input.
   *
   * @return null unless that is {@link ProcessOptions#PIPE}
   */
  public StreamWriter stdin() {
    return protocol.stdin();
  }

  /**
   * Returns the stream from the process's standard output.
   *
   * @return null unless that is {@link ProcessOptions#PIPE}
   */
  public StreamReader stdout() {
    return protocol.stdout();
  }

  /**
   * Returns the stream from the process's standard error.
   *
   * @return null unless that is {@link ProcessOptions#PIPE}
   */
  public StreamReader stderr() {
    return protocol.stderr();
  }

  // Waiting

  /**
   * Suspends until the process has ended. A process that writes more to a pipe than the pipe holds
   * does not end before somebody reads: use {@link #communicate()}. Cancelling the wait leaves the
   * process alone. The counterpart of {@code wait}.
   *
   * @return a coroutine to be awaited, for {@link #returncode}
   */
  @Async
  public Coroutine<Integer> waitAsync() {
    Future<Integer> exited = protocol.exited();
    if (!exited.done()) {
      await(Asyncio.shield(exited));
    }
    return result(exited.result());
  }

  /**
   * Reads all that the process writes, and waits for its end. If its standard input is a pipe, it
   * is closed first.
   *
   * @return a coroutine to be awaited. Cancelled, it leaves the process running, and what was read
   *     is still in the streams
   * @throws IOException from the await, if a pipe breaks
   */
  public Coroutine<ProcessOutput> communicate() throws IOException {
    return communicate(null);
  }

  /**
   * Writes to the process, closes its standard input, reads all that it writes, and waits for its
   * end. That a process ends without having read everything is no failure.
   *
   * @param input null for none
   * @return a coroutine to be awaited
   * @throws IOException from the await, if a pipe breaks
   * @throws IllegalStateException from the await, if there is input and standard input is no pipe
   */
  @Async
  public Coroutine<ProcessOutput> communicate(byte[] input) throws IOException {
    if (input != null && stdin() == null) {
      throw new IllegalStateException(
          "There is no pipe to write the input to: use ProcessOptions.withStdin(PIPE)");
    }
    var outputs = await(gather(feed(input), readAll(stdout()), readAll(stderr())));
    Object unused = await(waitAsync());
    return result(new ProcessOutput(outputs.second(), outputs.third()));
  }

  @Async
  private Coroutine<Void> feed(byte[] input) throws IOException {
    StreamWriter stdin = stdin();
    if (stdin == null) {
      return result();
    }
    try {
      if (input != null) {
        stdin.write(input);
        await(stdin.drain());
      }
      stdin.close();
      await(stdin.waitClosed());
    } catch (IOException notRead) {
      // It has ended, or closed its input, which is its own business.
      stdin.close();
    }
    return result();
  }

  @Async
  private static Coroutine<byte[]> readAll(StreamReader reader) throws IOException {
    return result(reader == null ? null : await(reader.read()));
  }

  // Signals

  /**
   * Asks the process to end: {@code SIGTERM}.
   *
   * @throws ProcessLookupException if it has ended
   */
  public void terminate() {
    transport.terminate();
  }

  /**
   * Ends the process: {@code SIGKILL}.
   *
   * @throws ProcessLookupException if it has ended
   */
  public void kill() {
    transport.kill();
  }

  /**
   * Sends a signal. Java itself sends two, {@code TERM} and {@code KILL}; for all others the
   * program {@code kill} is run.
   *
   * @param signal as {@code "INT"} or {@code "SIGINT"}
   * @return a coroutine to be awaited
   * @throws IOException from the await, if there is no such signal, or no program {@code kill}
   * @throws ProcessLookupException from the await, if the process has ended
   */
  public Coroutine<Void> sendSignal(String signal) throws IOException {
    return transport.sendSignal(signal);
  }

  // The end

  /** Kills the process if it runs, and lets go of the pipes. */
  @Override
  @SuppressWarnings("MissingSuperCall")
  public void close() {
    transport.close();
  }

  /**
   * Kills the process if it runs, and suspends until it has ended.
   *
   * @return a coroutine to be awaited
   */
  @Override
  @Async
  public Coroutine<Void> aclose() {
    close();
    Object unused = await(waitAsync());
    return result();
  }

  @Override
  public String toString() {
    return "AsyncProcess (pid %d, %s)"
        .formatted(pid(), returncode() == null ? "running" : "ended with " + returncode());
  }
}
