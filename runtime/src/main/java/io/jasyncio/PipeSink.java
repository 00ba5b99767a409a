package io.jasyncio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Writes to the standard input of a subprocess: what the program writes is kept, and a thread takes
 * it to the pipe block by block.
 */
final class PipeSink implements WriteTransport {

  private static final int BLOCK_SIZE = 64 * 1024;

  private final EventLoop loop;
  private final OutputStream pipe;
  private final FlowControl flow;
  private final ByteQueue unsent;
  private final BaseProtocol<Transport> protocol;

  /** So many bytes are on the way by a thread. */
  private int underWay;

  private boolean eofWritten;
  private boolean closing;
  private boolean lost;

  PipeSink(EventLoop loop, OutputStream pipe, BaseProtocol<Transport> protocol) {
    this.loop = loop;
    this.pipe = pipe;
    this.protocol = protocol;
    flow = new FlowControl(loop, this);
    unsent = new ByteQueue(loop.io().pool);
  }

  @Override
  public void write(byte[] data, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, data.length);
    write(ByteBuffer.wrap(data, offset, length));
  }

  @Override
  public void write(ByteBuffer data) {
    loop.checkThread();
    if (eofWritten) {
      throw new IllegalStateException("Cannot call write() after writeEof()");
    }
    if (closing || !data.hasRemaining()) {
      data.position(data.limit());
      return;
    }
    unsent.add(data);
    sendNext();
    flow.grown(getWriteBufferSize(), protocol);
  }

  private void sendNext() {
    if (underWay > 0 || lost) {
      return;
    }
    if (unsent.isEmpty()) {
      if (closing) {
        lose(null);
      }
      return;
    }
    byte[] block = unsent.take(Math.min(BLOCK_SIZE, unsent.size()));
    underWay = block.length;
    PipeThreads.run(() -> send(block));
  }

  /** On a thread of the pipes. */
  private void send(byte[] block) {
    try {
      pipe.write(block);
      pipe.flush();
      loop.callSoonThreadsafeUnlessClosed(() -> sent(null));
    } catch (IOException failure) {
      loop.callSoonThreadsafeUnlessClosed(() -> sent(failure));
    }
  }

  private void sent(IOException failure) {
    underWay = 0;
    if (failure != null) {
      unsent.clear();
      ConnectionResetException broken =
          new ConnectionResetException(
              "The process has ended, or closed its standard input: " + failure.getMessage());
      broken.initCause(failure);
      lose(broken);
      return;
    }
    sendNext();
    flow.shrunk(getWriteBufferSize(), protocol);
  }

  private void lose(Throwable failure) {
    if (lost) {
      return;
    }
    lost = true;
    closing = true;
    PipeThreads.run(this::closePipe);
    loop.enqueue(() -> protocol.connectionLost(failure));
  }

  /** What the pipe's own buffer holds is flushed already. */
  private void closePipe() {
    try {
      pipe.close();
    } catch (IOException processIsGone) {
      // There is nobody left to tell.
      return;
    }
  }

  @Override
  public void writeEof() {
    eofWritten = true;
    close();
  }

  @Override
  public boolean canWriteEof() {
    return true;
  }

  @Override
  public boolean isClosing() {
    return closing;
  }

  @Override
  public void close() {
    loop.checkThread();
    if (!closing) {
      closing = true;
      sendNext();
    }
  }

  @Override
  public void abort() {
    loop.checkThread();
    unsent.clear();
    lose(null);
  }

  @Override
  public void setWriteBufferLimits(int high, int low) {
    flow.setLimits(new WriteBufferLimits(low, high));
    flow.grown(getWriteBufferSize(), protocol);
  }

  @Override
  public WriteBufferLimits getWriteBufferLimits() {
    return flow.limits();
  }

  @Override
  public int getWriteBufferSize() {
    return unsent.size() + underWay;
  }

  @Override
  public Object getExtraInfo(String name) {
    return name.equals("pipe") ? pipe : null;
  }

  @Override
  public String toString() {
    return "PipeSink (%s, %d bytes unsent)"
        .formatted(lost ? "closed" : closing ? "closing" : "open", getWriteBufferSize());
  }
}
