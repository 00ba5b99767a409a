package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Sneaky;
import java.nio.ByteBuffer;
import java.util.Map;

/** Feeds a reader with what a connection receives, and lets those who drain a writer wait. */
final class StreamProtocol extends WriterProtocol<Transport> implements Protocol {

  private final StreamReader reader;

  /** Null for a client. */
  private final ConnectionHandler handler;

  private Transport transport;
  private boolean overTls;

  StreamProtocol(EventLoop loop, StreamReader reader, ConnectionHandler handler) {
    super(loop);
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
  public void connectionLost(Throwable cause) {
    transport = null;
    if (cause == null) {
      reader.feedEof();
    } else {
      reader.setException(cause);
    }
    super.connectionLost(cause);
  }
}
