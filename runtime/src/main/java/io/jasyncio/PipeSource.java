package io.jasyncio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Map;

/** The reading end of a pipe, of whatever kind the pipe is. */
abstract class PipeSource implements ReadTransport {

  private static final Logger LOGGER = System.getLogger(ReadTransport.class.getName());

  final EventLoop loop;
  private final Object pipe;
  private final Object context;

  /** Null before it is started, and once the pipe is lost. */
  private PipeProtocol protocol;

  private boolean made;
  private boolean paused;
  private boolean closing;

  /** The protocol is told, or about to be, that the pipe is gone. */
  private boolean lost;

  PipeSource(EventLoop loop, Object pipe) {
    this.loop = loop;
    this.pipe = pipe;
    context = loop.snapshotOfContext();
  }

  /**
   * Tells the protocol in the next turn, and begins to read.
   *
   * @param whenMade null for nobody
   */
  final void start(PipeProtocol told, Future<Void> whenMade) {
    protocol = told;
    loop.enqueue(() -> begin(whenMade));
  }

  private void begin(Future<Void> whenMade) {
    loop.context = context;
    try {
      protocol.connectionMade(this);
    } finally {
      made = true;
      if (readsNow()) {
        readOn();
      }
      if (whenMade != null && !whenMade.done()) {
        whenMade.setResult(null);
      }
    }
  }

  // What the kinds of pipes do

  /** Reads from now on, and tells what comes. */
  abstract void readOn();

  /** Reads nothing more, until it is told to read on. */
  abstract void readNoMore();

  /** Lets go of the pipe. */
  abstract void closePipe();

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

  private void fail(Throwable failure, String message) {
    if (lost) {
      return;
    }
    if (!(failure instanceof IOException)) {
      loop.callExceptionHandler(
          new ErrorContext(message, failure, Map.of("transport", this, "protocol", protocol)));
    } else if (loop.getDebug()) {
      LOGGER.log(Level.DEBUG, this + ": " + message, failure);
    }
    lose(failure);
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
  public final boolean isClosing() {
    return closing;
  }

  @Override
  public final void close() {
    loop.checkThread();
    lose(null);
  }

  private void lose(Throwable failure) {
    if (!lost) {
      lost = true;
      closing = true;
      readNoMore();
      loop.enqueue(() -> connectionLost(failure));
    }
  }

  private void connectionLost(Throwable failure) {
    loop.context = context;
    try {
      protocol.connectionLost(failure);
    } finally {
      protocol = null;
      closePipe();
    }
  }

  // Questions

  @Override
  public final Object getExtraInfo(String name) {
    return name.equals("pipe") ? pipe : null;
  }

  @Override
  public final String toString() {
    return "ReadTransport (%s, %s)"
        .formatted(closing ? "closed" : paused ? "paused" : "open", pipe);
  }
}
