package io.jasyncio;

import java.nio.ByteBuffer;

/**
 * Makes streams of the pipes of a process. The counterpart of {@code
 * asyncio.subprocess.SubprocessStreamProtocol}.
 */
final class SubprocessStreamProtocol extends WriterProtocol<SubprocessTransport>
    implements SubprocessProtocol {

  private final int limit;
  private final Future<Integer> exited;
  private SubprocessTransport transport;

  /** Null if it is no pipe; the two others as well. */
  private StreamWriter stdin;

  private StreamReader stdout;
  private StreamReader stderr;

  SubprocessStreamProtocol(EventLoop loop, int limit) {
    super(loop);
    this.limit = limit;
    exited = loop.createFuture();
  }

  @Override
  public void connectionMade(SubprocessTransport made) {
    transport = made;
    if (made.getPipeTransport(0) instanceof WriteTransport sink) {
      stdin = new StreamWriter(sink, this, null);
    }
    stdout = reader(1);
    stderr = reader(2);
  }

  private StreamReader reader(int fd) {
    if (!(transport.getPipeTransport(fd) instanceof ReadTransport source)) {
      return null;
    }
    StreamReader reader = new StreamReader(limit, loop, loop.io().pool);
    reader.setTransport(source);
    return reader;
  }

  @Override
  public void pipeDataReceived(int fd, ByteBuffer data) {
    (fd == 1 ? stdout : stderr).feedData(data);
  }

  @Override
  public void pipeConnectionLost(int fd, Throwable failure) {
    if (fd == 0) {
      // What a writer knows as the connection is this pipe.
      super.connectionLost(failure);
      return;
    }
    StreamReader reader = fd == 1 ? stdout : stderr;
    if (failure == null) {
      reader.feedEof();
    } else {
      reader.setException(failure);
    }
  }

  @Override
  public void processExited() {
    exited.setResult(transport.getReturncode());
  }

  /** The process's own end: the pipes are closed by now. */
  @Override
  public void connectionLost(Throwable none) {}

  // The process's questions

  Future<Integer> exited() {
    return exited;
  }

  StreamWriter stdin() {
    return stdin;
  }

  StreamReader stdout() {
    return stdout;
  }

  StreamReader stderr() {
    return stderr;
  }
}
