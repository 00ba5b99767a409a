package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** A process of Java's as a transport, with a transport for each of its pipes. */
final class ProcessTransport implements SubprocessTransport {

  private static final ProcessOptions QUIET =
      ProcessOptions.DEFAULT
          .withStdin(ProcessOptions.DEVNULL)
          .withStdout(ProcessOptions.DEVNULL)
          .withStderr(ProcessOptions.PIPE);

  private final EventLoop loop;
  private final Process process;
  private final SubprocessProtocol protocol;
  private final Object context;

  /** Null if it is no pipe; the two others as well. */
  private final PipeSink stdin;

  private final PipeSource stdout;
  private final PipeSource stderr;

  private int openPipes;
  private Integer returncode;
  private boolean closed;

  ProcessTransport(
      EventLoop loop, Process process, ProcessOptions options, SubprocessProtocol protocol) {
    this.loop = loop;
    this.process = process;
    this.protocol = protocol;
    context = loop.snapshotOfContext();
    stdin =
        options.pipesStdin()
            ? new ThreadSink(loop, process.getOutputStream(), ProcessTransport::inputClosed)
            : null;
    stdout = options.pipesStdout() ? new ThreadSource(loop, process.getInputStream()) : null;
    stderr = options.pipesStderr() ? new ThreadSource(loop, process.getErrorStream()) : null;
  }

  private static IOException inputClosed(IOException failure) {
    ConnectionResetException closed =
        new ConnectionResetException(
            "The process has ended, or closed its standard input: " + failure.getMessage());
    closed.initCause(failure);
    return closed;
  }

  /** Tells the protocol in the next turn; nothing comes from the pipes or of the end before. */
  void start(Future<Void> whenMade) {
    loop.enqueue(() -> begin(whenMade));
    if (stdin != null) {
      openPipes++;
      stdin.start(new Input(), null);
    }
    start(stdout, 1);
    start(stderr, 2);
  }

  private void start(PipeSource source, int fd) {
    if (source != null) {
      openPipes++;
      source.start(new Output(fd), null);
    }
  }

  private void begin(Future<Void> whenMade) {
    loop.context = context;
    try {
      protocol.connectionMade(this);
    } finally {
      CompletableFuture<Void> unused = process.onExit().thenAccept(this::noteExit);
      if (!whenMade.done()) {
        whenMade.setResult(null);
      }
    }
  }

  // The pipes

  /** To the process's standard input. */
  private final class Input implements BaseProtocol<WriteTransport> {

    @Override
    public void pauseWriting() {
      protocol.pauseWriting();
    }

    @Override
    public void resumeWriting() {
      protocol.resumeWriting();
    }

    @Override
    public void connectionLost(Throwable failure) {
      pipeLost(0, failure);
    }
  }

  /** From the process's standard output or error. */
  private final class Output implements PipeProtocol {

    private final int fd;

    Output(int fd) {
      this.fd = fd;
    }

    @Override
    public void dataReceived(ByteBuffer data) {
      protocol.pipeDataReceived(fd, data);
    }

    @Override
    public void connectionLost(Throwable failure) {
      pipeLost(fd, failure);
    }
  }

  private void pipeLost(int fd, Throwable failure) {
    openPipes--;
    try {
      protocol.pipeConnectionLost(fd, failure);
    } finally {
      finishIfOver();
    }
  }

  @Override
  public BaseTransport getPipeTransport(int fd) {
    return switch (fd) {
      case 0 -> stdin;
      case 1 -> stdout;
      case 2 -> stderr;
      default -> null;
    };
  }

  // The process

  /** On a thread of the JDK. */
  private void noteExit(Process ended) {
    int status = ended.exitValue();
    loop.callSoonThreadsafeUnlessClosed(() -> exited(status));
  }

  private void exited(int status) {
    loop.context = context;
    returncode = status;
    try {
      protocol.processExited();
    } finally {
      if (stdin != null) {
        // Nobody reads it any more, and nothing else would tell.
        stdin.close();
      }
      finishIfOver();
    }
  }

  private void finishIfOver() {
    if (returncode != null && openPipes == 0) {
      loop.enqueue(this::finish);
    }
  }

  private void finish() {
    loop.context = context;
    protocol.connectionLost(null);
  }

  @Override
  public long getPid() {
    return process.pid();
  }

  @Override
  public Integer getReturncode() {
    return returncode;
  }

  @Override
  public void terminate() {
    checkRunning();
    boolean unused = process.toHandle().destroy();
  }

  @Override
  public void kill() {
    checkRunning();
    boolean unused = process.toHandle().destroyForcibly();
  }

  @Override
  @Async
  public Coroutine<Void> sendSignal(String signal) throws IOException {
    Arguments.notNull(signal, "signal");
    String upper = signal.toUpperCase(Locale.ROOT);
    String name = upper.startsWith("SIG") ? upper.substring(3) : upper;
    checkRunning();
    if (name.equals("TERM")) {
      terminate();
      return result();
    }
    if (name.equals("KILL")) {
      kill();
      return result();
    }
    var sender = await(Asyncio.createSubprocessExec(QUIET, "kill", "-s", name, "" + getPid()));
    ProcessOutput output = await(sender.communicate());
    if (sender.returncode() != 0) {
      checkRunning();
      throw new IOException(
          "Cannot send %s to process %d: %s".formatted(signal, getPid(), output.err().strip()));
    }
    return result();
  }

  private void checkRunning() {
    loop.checkThread();
    if (returncode != null || !process.isAlive()) {
      throw new ProcessLookupException("Process " + getPid() + " is not running any more");
    }
  }

  // The end

  @Override
  public boolean isClosing() {
    return closed;
  }

  @Override
  public void close() {
    loop.checkThread();
    if (closed) {
      return;
    }
    closed = true;
    // Not by the process itself, which would close the streams as well.
    boolean unused = process.toHandle().destroyForcibly();
    if (stdin != null) {
      stdin.abort();
    }
    if (stdout != null) {
      stdout.close();
    }
    if (stderr != null) {
      stderr.close();
    }
  }

  @Override
  public Object getExtraInfo(String name) {
    return name.equals("subprocess") ? process : null;
  }

  @Override
  public String toString() {
    return "SubprocessTransport (pid %d, %s)"
        .formatted(getPid(), returncode == null ? "running" : "ended with " + returncode);
  }
}
