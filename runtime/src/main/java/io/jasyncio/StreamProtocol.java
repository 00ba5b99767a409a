package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Sneaky;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Map;

/** Feeds a reader, and lets those who drain a writer wait. */
final class StreamProtocol implements Protocol {

  private final EventLoop loop;
  private final StreamReader reader;

  /** Null for a client. */
  private final ConnectionHandler handler;

  /** Made when somebody asks. */
  private Future<Void> closed;

  private final ArrayDeque<Future<Void>> draining = new ArrayDeque<>(0);
  private Transport transport;
  private Throwable failure;
  private boolean paused;
  private boolean connectionLost;
  private boolean overTls;

  StreamProtocol(EventLoop loop, StreamReader reader, ConnectionHandler handler) {
    this.loop = loop;
    this.reader = reader;
    this.handler = handler;
  }

  StreamReader reader() {
    return reader;
  }

  boolean isServerSide() {
    return handler != null;
  }

  // The transport's calls

  @Override
  public void connectionMade(Transport made) {
    transport = made;
    reader.setTransport(made);
    overTls = made.getExtraInfo("sslcontext") != null;
    if (handler != null) {
      StreamWriter writer = new StreamWriter(made, this, reader);
      loop.createTask(handle(handler, reader, writer)).addDoneCallback(this::handled);
    }
  }

  /** Calls the handler inside its task, so that nothing that it throws comes out elsewhere. */
  @Async
  private static Coroutine<Void> handle(
      ConnectionHandler handler, StreamReader reader, StreamWriter writer) {
    try {
      await(handler.handle(reader, writer));
    } catch (Exception failure) {
      throw Sneaky.raise(failure);
    }
    return result();
  }

  private void handled(Future<Void> task) {
    Transport open = transport;
    if (task.cancelled()) {
      if (open != null) {
        open.close();
      }
    } else if (task.exception() != null) {
      loop.callExceptionHandler(
          new ErrorContext(
              "Unhandled exception in client_connected_cb",
              task.exception(),
              open == null ? Map.of() : Map.of("transport", open)));
      if (open != null) {
        open.close();
      }
    }
  }

  /** TLS has taken the transport's place. */
  void replaceTransport(Transport tls) {
    transport = tls;
    reader.replaceTransport(tls);
    overTls = true;
  }

  @Override
  public void dataReceived(ByteBuffer data) {
    reader.feedData(data);
  }

  @Override
  public boolean eofReceived() {
    reader.feedEof();
    // TLS has no half-closed connections.
    return !overTls;
  }

  @Override
  public void pauseWriting() {
    paused = true;
  }

  @Override
  public void resumeWriting() {
    paused = false;
    draining.forEach(StreamProtocol::release);
    draining.clear();
  }

  @Override
  public void connectionLost(Throwable cause) {
    connectionLost = true;
    failure = cause;
    transport = null;
    if (cause == null) {
      reader.feedEof();
    } else {
      reader.setException(cause);
    }
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

  boolean isPaused() {
    return paused;
  }

  void checkConnected() throws ConnectionResetException {
    if (connectionLost) {
      throw new ConnectionResetException("Connection lost");
    }
  }

  /** A future that is done when writing may go on. */
  Future<Void> drained() {
    Future<Void> waiting = loop.createFuture();
    draining.add(waiting);
    waiting.addDoneCallback(draining::remove);
    return waiting;
  }

  /** A future that is done when the connection is lost; for each who waits one of his own. */
  Awaitable<Void> closed() {
    if (closed == null) {
      closed = loop.createFuture();
      if (connectionLost) {
        settle(closed);
      }
    }
    return closed.done() ? closed : Asyncio.shield(closed);
  }
}
