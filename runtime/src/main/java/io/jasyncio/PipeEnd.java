package io.jasyncio;

/**
 * One end of a pipe: how it begins, and how it ends.
 *
 * @param <T> the kind of the transport
 * @param <P> the kind of the protocol
 */
abstract class PipeEnd<T extends BaseTransport, P extends BaseProtocol<T>>
    implements BaseTransport {

  final EventLoop loop;
  private final Object pipe;
  final Object context;

  /** Null before it is started, and once the pipe is lost. */
  P protocol;

  boolean closing;

  /** The protocol is told, or about to be, that the pipe is gone. */
  boolean lost;

  PipeEnd(EventLoop loop, Object pipe) {
    this.loop = loop;
    this.pipe = pipe;
    context = loop.snapshotOfContext();
  }

  /**
   * Tells the protocol in the next turn.
   *
   * @param whenMade null for nobody
   */
  final void start(P told, Future<Void> whenMade) {
    protocol = told;
    loop.enqueue(() -> begin(whenMade));
  }

  private void begin(Future<Void> whenMade) {
    loop.context = context;
    try {
      protocol.connectionMade(self());
    } finally {
      made();
      if (whenMade != null && !whenMade.done()) {
        whenMade.setResult(null);
      }
    }
  }

  /** This, as the protocol knows it. */
  abstract T self();

  /** The protocol knows of the pipe. */
  abstract void made();

  /** Moves no more bytes. */
  abstract void stop();

  /** Lets go of the pipe. */
  abstract void closePipe();

  final void fail(Throwable failure, String message) {
    if (lost) {
      return;
    }
    loop.errors().transportFailed(this, protocol, failure, message);
    lose(failure);
  }

  final void lose(Throwable failure) {
    if (!lost) {
      lost = true;
      closing = true;
      stop();
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

  @Override
  public final boolean isClosing() {
    return closing;
  }

  @Override
  public final Object getExtraInfo(String name) {
    return name.equals("pipe") ? pipe : null;
  }
}
