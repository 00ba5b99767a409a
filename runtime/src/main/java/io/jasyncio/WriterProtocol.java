package io.jasyncio;

import java.util.ArrayDeque;

/**
 * Lets those who drain a writer wait. The counterpart of {@code asyncio.streams.FlowControlMixin}.
 *
 * @param <T> the kind of the transport
 */
class WriterProtocol<T extends BaseTransport> implements BaseProtocol<T> {

  final EventLoop loop;

  /** Made when somebody asks. */
  private Future<Void> closed;

  private final ArrayDeque<Future<Void>> draining = new ArrayDeque<>(0);
  private Throwable failure;
  private boolean paused;
  private boolean connectionLost;

  WriterProtocol(EventLoop loop) {
    this.loop = loop;
  }

  // The transport's calls

  @Override
  public void pauseWriting() {
    paused = true;
  }

  @Override
  public void resumeWriting() {
    paused = false;
    draining.forEach(WriterProtocol::release);
    draining.clear();
  }

  @Override
  public void connectionLost(Throwable cause) {
    connectionLost = true;
    failure = cause;
    if (closed != null) {
      settle(closed);
    }
    draining.forEach(this::settle);
    draining.clear();
  }

  private void settle(Future<Void> waiting) {
    if (failure == null) {
      release(waiting);
    } else if (!waiting.done()) {
      waiting.setException(failure);
    }
  }

  private static void release(Future<Void> waiting) {
    if (!waiting.done()) {
      waiting.setResult(null);
    }
  }

  // The writer's questions

  final boolean isPaused() {
    return paused;
  }

  final void checkConnected() throws ConnectionResetException {
    if (connectionLost) {
      throw new ConnectionResetException("Connection lost");
    }
  }

  /** A future that is done when writing may go on. */
  final Future<Void> drained() {
    Future<Void> waiting = loop.createFuture();
    draining.add(waiting);
    waiting.addDoneCallback(draining::remove);
    return waiting;
  }

  /** A future that is done when the connection is lost; for each who waits one of his own. */
  final Awaitable<Void> closed() {
    if (closed == null) {
      closed = loop.createFuture();
      if (connectionLost) {
        settle(closed);
      }
    }
    return closed.done() ? closed : Asyncio.shield(closed);
  }
}
