package io.jasyncio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Objects;

/** The writing end of a pipe, of whatever kind the pipe is. */
abstract class PipeSink extends PipeEnd<WriteTransport, BaseProtocol<WriteTransport>>
    implements WriteTransport, LoopIo.Gathering {

  private static final Logger LOGGER = System.getLogger(WriteTransport.class.getName());

  /** Writes to a pipe that nobody reads are logged from this one on. */
  private static final int LOG_LOST_WRITES_FROM = 5;

  final LoopIo io;
  final ByteQueue unsent;
  private final FlowControl flow;
  private boolean sendsLater;
  private boolean eofWritten;
  private int lostWrites;

  PipeSink(EventLoop loop, Object pipe) {
    super(loop, pipe);
    io = loop.io();
    unsent = new ByteQueue(io.pool);
    flow = new FlowControl(loop, this);
  }

  @Override
  final WriteTransport self() {
    return this;
  }

  @Override
  final void made() {}

  // What the kinds of pipes do

  /** Sends what there is room for of {@link #unsent}, or begins to, and tells. */
  abstract void send();

  /** Tells whether something keeps this from sending, and will call {@link #send} itself. */
  abstract boolean isBusy();

  /** Counts the bytes that are neither in {@link #unsent} nor sent. */
  abstract int bytesUnderWay();

  /** Waits for nothing more. */
  abstract void waitNoMore();

  // What they tell, on the loop's thread

  /** Some bytes were sent. */
  final void sent() {
    if (lost) {
      return;
    }
    flow.shrunk(getWriteBufferSize(), protocol);
    if (closing && getWriteBufferSize() == 0) {
      lose(null);
    }
  }

  final void failed(Throwable failure) {
    fail(failure, "Fatal write error on pipe transport");
  }

  // Writing

  @Override
  public final void write(byte[] data, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, data.length);
    write(ByteBuffer.wrap(data, offset, length));
  }

  @Override
  public final void write(ByteBuffer data) {
    loop.checkThread();
    if (eofWritten) {
      throw new IllegalStateException("Cannot call write() after writeEof()");
    }
    if (closing || !data.hasRemaining()) {
      if (data.hasRemaining()) {
        noteLostWrite();
      }
      data.position(data.limit());
      return;
    }
    unsent.add(data);
    if (!isBusy()) {
      if (flow.isAbove(getWriteBufferSize())) {
        send();
      } else if (!sendsLater) {
        sendsLater = true;
        io.sendLater(this);
      }
    }
    if (!lost) {
      flow.grown(getWriteBufferSize(), protocol);
    }
  }

  private void noteLostWrite() {
    lostWrites++;
    if (lostWrites >= LOG_LOST_WRITES_FROM) {
      LOGGER.log(Level.WARNING, "Data was written to a pipe that is closed: {0}", this);
    }
  }

  /** The turn in which something was written is over. */
  @Override
  public final void sendGathered() {
    sendsLater = false;
    if (!isBusy() && !lost && !unsent.isEmpty()) {
      loop.context = context;
      send();
      loop.context = null;
    }
  }

  @Override
  public final void setWriteBufferLimits(int high, int low) {
    flow.setLimits(new WriteBufferLimits(low, high));
    if (!lost) {
      flow.grown(getWriteBufferSize(), protocol);
    }
  }

  @Override
  public final WriteBufferLimits getWriteBufferLimits() {
    return flow.limits();
  }

  @Override
  public final int getWriteBufferSize() {
    return unsent.size() + bytesUnderWay();
  }

  // The end

  @Override
  public final void writeEof() {
    close();
    eofWritten = true;
  }

  @Override
  public final boolean canWriteEof() {
    return true;
  }

  @Override
  public final void close() {
    loop.checkThread();
    if (!closing) {
      closing = true;
      if (getWriteBufferSize() == 0) {
        lose(null);
      }
    }
  }

  @Override
  public final void abort() {
    loop.checkThread();
    lose(null);
  }

  @Override
  final void stop() {
    unsent.clear();
    waitNoMore();
  }

  @Override
  public final String toString() {
    return "WriteTransport (%s, %s, %d bytes unsent)"
        .formatted(
            lost ? "closed" : closing ? "closing" : "open",
            getExtraInfo("pipe"),
            getWriteBufferSize());
  }
}
