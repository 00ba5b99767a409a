package io.jasyncio;

import java.nio.ByteBuffer;

/** The reading end of a pipe, of whatever kind the pipe is. */
abstract class PipeSource extends PipeEnd<ReadTransport, PipeProtocol> implements ReadTransport {

  private boolean made;
  private boolean paused;

  PipeSource(EventLoop loop, Object pipe) {
    super(loop, pipe);
  }

  @Override
  final ReadTransport self() {
    return this;
  }

  @Override
  final void made() {
    made = true;
    if (readsNow()) {
      readOn();
    }
  }

  @Override
  final void stop() {
    readNoMore();
  }

  // What the kinds of pipes do

  /** Reads from now on, and tells what comes. */
  abstract void readOn();

  /** Reads nothing more, until it is told to read on. */
  abstract void readNoMore();

  // What they tell, on the loop's thread

  final void received(ByteBuffer data) {
    if (lost) {
      return;
    }
    loop.context = context;
    try {
      protocol.dataReceived(data);
    } catch (Throwable failure) {
      fail(failure, "Fatal error: protocol.dataReceived() call failed.");
    }
  }

  final void endReached() {
    if (lost) {
      return;
    }
    loop.context = context;
    try {
      protocol.eofReceived();
      lose(null);
    } catch (Throwable failure) {
      fail(failure, "Fatal error: protocol.eofReceived() call failed.");
    }
  }

  final void failed(Exception failure) {
    fail(failure, "Fatal read error on pipe transport");
  }

  // Reading

  @Override
  public final boolean isReading() {
    return !paused && !closing;
  }

  /** Not before the protocol knows of the pipe. */
  final boolean readsNow() {
    return made && isReading();
  }

  @Override
  public final void pauseReading() {
    if (!closing && !paused) {
      paused = true;
      readNoMore();
    }
  }

  @Override
  public final void resumeReading() {
    if (!closing && paused) {
      paused = false;
      if (made) {
        readOn();
      }
    }
  }

  // The end

  @Override
  public final void close() {
    loop.checkThread();
    lose(null);
  }

  @Override
  public final String toString() {
    return "ReadTransport (%s, %s)"
        .formatted(closing ? "closed" : paused ? "paused" : "open", getExtraInfo("pipe"));
  }
}
