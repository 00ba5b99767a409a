package io.jasyncio;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * TLS between a transport and a protocol: to the transport below it is a protocol, and it gives the
 * protocol above a transport.
 *
 * <pre>
 * application protocol   | TlsTransport
 *            TlsProtocol, SSLEngine
 *       Protocol         | SocketTransport
 * </pre>
 *
 * <p>What the application writes in one turn of the loop goes into as few records as possible.
 */
final class TlsProtocol implements Protocol, LoopIo.Gathering {

  private enum State {
    /** Not connected yet. */
    NEW,
    HANDSHAKE,
    /** Application data flows. */
    OPEN,
    /** The farewell is sent; the other end's is awaited. */
    SHUTDOWN,
    CLOSED
  }

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final EventLoop loop;
  private final LoopIo io;
  private final SSLContext context;
  private final SSLEngine engine;
  private final TlsOptions options;
  private final TlsTransport appTransport;
  private final TlsApplication app;
  private final FlowControl flow;

  /** Whom to tell how the handshake went; null for nobody. */
  private final Future<Void> handshaken;

  /** Came in and is not decrypted: a part of a record, or more while the application pauses. */
  private final ByteQueue encrypted;

  /** Written and not encrypted. */
  private final ByteQueue plain;

  private Transport transport;
  private State state = State.NEW;
  private TimerHandle timeout;
  private boolean sendsLater;

  /** The transport below has asked for a pause. */
  private boolean belowPaused;

  private boolean readingPaused;
  private boolean pumping;

  private TlsProtocol(
      EventLoop loop,
      SSLContext context,
      SSLEngine engine,
      TlsOptions options,
      Future<Void> handshaken) {
    this.loop = loop;
    this.io = loop.io();
    this.context = context;
    this.engine = engine;
    this.options = options;
    this.handshaken = handshaken;
    encrypted = new ByteQueue(io.pool);
    plain = new ByteQueue(io.pool);
    appTransport = new TlsTransport(this);
    app = new TlsApplication(loop, appTransport);
    flow = new FlowControl(loop, appTransport);
  }

  static TlsProtocol client(
      EventLoop loop, SSLContext context, TlsOptions options, String host, Future<Void> done) {
    SSLEngine engine = TlsEngines.client(context, options, host);
    return new TlsProtocol(loop, context, engine, options, done);
  }

  static TlsProtocol server(
      EventLoop loop, SSLContext context, TlsOptions options, Future<Void> done) {
    SSLEngine engine = TlsEngines.server(context, options);
    return new TlsProtocol(loop, context, engine, options, done);
  }

  /** Sets who is above; whether it is still to be told that the connection was made. */
  void setAppProtocol(BaseProtocol<Transport> protocol, boolean callConnectionMade) {
    app.set(protocol, callConnectionMade);
  }

  BaseProtocol<Transport> appProtocol() {
    return app.protocol();
  }

  Transport appTransport() {
    return appTransport;
  }

  // The transport below

  @Override
  public void connectionMade(Transport below) {
    transport = below;
    if (state == State.CLOSED) {
      below.abort();
      return;
    }
    state = State.HANDSHAKE;
    timeout = loop.callLater(options.handshakeTimeout(), this::handshakeTimedOut);
    try {
      engine.beginHandshake();
    } catch (SSLException failure) {
      fail(failure);
      return;
    }
    pump(NOTHING);
  }

  private void handshakeTimedOut() {
    if (state == State.HANDSHAKE) {
      fail(
          new SocketTimeoutException(
              "TLS handshake is taking longer than "
                  + options.handshakeTimeout()
                  + ": aborting the connection"));
    }
  }

  @Override
  public void dataReceived(ByteBuffer data) {
    if (encrypted.isEmpty()) {
      pump(data);
      encrypted.add(data);
    } else {
      encrypted.add(data);
      pumpKept();
    }
  }

  private void pumpKept() {
    ByteBuffer kept = encrypted.view();
    int before = kept.remaining();
    pump(kept);
    encrypted.drop(before - kept.remaining());
  }

  @Override
  public boolean eofReceived() {
    if (state == State.HANDSHAKE) {
      fail(new ConnectionResetException("The other end has left during the TLS handshake"));
    } else if (state == State.OPEN) {
      app.eofReceived();
    }
    return false;
  }

  @Override
  public void connectionLost(Throwable failure) {
    State before = state;
    state = State.CLOSED;
    stopTimeout();
    plain.clear();
    encrypted.clear();
    if (handshaken != null && !handshaken.done()) {
      handshaken.setException(
          failure != null
              ? failure
              : new ConnectionResetException("Connection lost during the TLS handshake"));
    }
    if (before != State.CLOSED) {
      app.connectionLost(failure);
    }
  }

  @Override
  public void pauseWriting() {
    belowPaused = true;
  }

  @Override
  public void resumeWriting() {
    belowPaused = false;
    encryptAll();
  }

  // The engine

  /** Does what the engine asks for, as long as it asks and there is data for it. */
  private void pump(ByteBuffer data) {
    if (pumping) {
      return;
    }
    pumping = true;
    try {
      boolean more = true;
      while (more && state != State.CLOSED) {
        more = step(data);
      }
    } catch (IOException failure) {
      fail(failure);
    } finally {
      pumping = false;
    }
    if (!plain.isEmpty() && !belowPaused) {
      // What the application wrote while the other end wanted new keys.
      encryptAll();
    }
  }

  private boolean step(ByteBuffer data) throws IOException {
    HandshakeStatus status = engine.getHandshakeStatus();
    if (status == HandshakeStatus.NEED_TASK) {
      engine.getDelegatedTask().run();
      return true;
    }
    if (status == HandshakeStatus.NEED_WRAP) {
      return encrypt(NOTHING);
    }
    if (state == State.HANDSHAKE && status == HandshakeStatus.NOT_HANDSHAKING) {
      handshakeDone();
      return true;
    }
    if (readingPaused && state == State.OPEN) {
      return false;
    }
    return decrypt(data);
  }

  /** Decrypts a record and hands it on; false if there is no whole one. */
  private boolean decrypt(ByteBuffer data) throws IOException {
    if (!data.hasRemaining() && engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP_AGAIN) {
      return false;
    }
    ByteBuffer content = io.plainBuffer(engine.getSession().getApplicationBufferSize());
    SSLEngineResult result = engine.unwrap(data, content);
    return switch (result.getStatus()) {
      case BUFFER_UNDERFLOW -> false;
      case BUFFER_OVERFLOW -> {
        ByteBuffer unused = io.plainBuffer(2 * content.capacity());
        yield true;
      }
      case CLOSED -> {
        farewellReceived();
        yield false;
      }
      case OK -> {
        if (content.position() > 0 && state == State.OPEN) {
          Throwable failure = app.dataReceived(content.flip());
          if (failure != null) {
            endWith(failure);
          }
        }
        yield true;
      }
    };
  }

  /** Encrypts one record and writes it; true if the engine may go on. */
  private boolean encrypt(ByteBuffer content) throws IOException {
    ByteBuffer record = io.recordBuffer(engine.getSession().getPacketBufferSize());
    SSLEngineResult result = engine.wrap(content, record);
    if (record.position() > 0) {
      transport.write(record.flip());
    }
    // Without either the engine waits for the other end, which has begun a new handshake.
    return result.getStatus() == SSLEngineResult.Status.OK
        && result.bytesConsumed() + result.bytesProduced() > 0;
  }

  private void handshakeDone() {
    stopTimeout();
    state = State.OPEN;
    app.connectionMade();
    if (handshaken != null && !handshaken.done()) {
      handshaken.setResult(null);
    }
    encryptAll();
  }

  private void farewellReceived() {
    if (state == State.OPEN) {
      app.eofReceived();
      shutdown();
    }
    if (state == State.SHUTDOWN) {
      finish();
    }
  }

  // The transport above

  void write(ByteBuffer data) {
    loop.checkThread();
    if (state == State.SHUTDOWN || state == State.CLOSED) {
      data.position(data.limit());
      return;
    }
    plain.add(data);
    if (flow.isAbove(plain.size())) {
      encryptAll();
    } else if (!sendsLater) {
      sendsLater = true;
      io.sendLater(this);
    }
    flow.grown(plain.size(), app.protocol());
  }

  @Override
  public void sendGathered() {
    sendsLater = false;
    encryptAll();
  }

  private void encryptAll() {
    if (state != State.OPEN) {
      return;
    }
    try {
      while (!plain.isEmpty() && !belowPaused && state == State.OPEN) {
        ByteBuffer content = plain.view();
        int before = content.remaining();
        boolean open = encrypt(content);
        plain.drop(before - content.remaining());
        if (!open) {
          break;
        }
      }
    } catch (IOException failure) {
      fail(failure);
      return;
    }
    flow.shrunk(plain.size(), app.protocol());
  }

  int unsent() {
    return plain.size() + (transport == null ? 0 : transport.getWriteBufferSize());
  }

  FlowControl flow() {
    return flow;
  }

  boolean isReading() {
    return !readingPaused && !isClosing();
  }

  void pauseReading() {
    if (isReading()) {
      readingPaused = true;
      transport.pauseReading();
    }
  }

  void resumeReading() {
    if (readingPaused) {
      readingPaused = false;
      loop.enqueue(this::readKept);
    }
  }

  private void readKept() {
    if (!readingPaused && state == State.OPEN) {
      pumpKept();
    }
    if (!readingPaused && state != State.CLOSED) {
      transport.resumeReading();
    }
  }

  boolean isClosing() {
    return state == State.SHUTDOWN || state == State.CLOSED;
  }

  /** Sends what is left and the farewell, and waits for the other end's. */
  void close() {
    if (state == State.NEW || state == State.HANDSHAKE) {
      abort();
    } else if (state == State.OPEN) {
      shutdown();
    }
  }

  private void shutdown() {
    belowPaused = false;
    encryptAll();
    if (state != State.OPEN) {
      return;
    }
    state = State.SHUTDOWN;
    timeout = loop.callLater(options.shutdownTimeout(), this::shutdownTimedOut);
    engine.closeOutbound();
    try {
      while (!engine.isOutboundDone() && encrypt(NOTHING)) {
        // One record after the other.
      }
    } catch (IOException failure) {
      fail(failure);
      return;
    }
    transport.resumeReading();
    if (engine.isInboundDone()) {
      finish();
    } else if (!encrypted.isEmpty()) {
      // The other end's farewell may be among what came while the application paused.
      loop.enqueue(this::pumpUnlessClosed);
    }
  }

  private void pumpUnlessClosed() {
    if (state != State.CLOSED) {
      pumpKept();
    }
  }

  private void shutdownTimedOut() {
    if (state == State.SHUTDOWN) {
      endWith(new SocketTimeoutException("TLS shutdown timed out"));
    }
  }

  private void finish() {
    stopTimeout();
    transport.close();
  }

  void abort() {
    if (transport != null) {
      transport.abort();
    } else {
      state = State.CLOSED;
    }
  }

  // Failures

  private void fail(IOException failure) {
    sendAlert();
    endWith(state == State.HANDSHAKE ? TlsEngines.inHandshake(engine, failure) : failure);
  }

  /** Tells the other end what the engine thinks of it. */
  private void sendAlert() {
    try {
      while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && encrypt(NOTHING)) {
        // One record after the other.
      }
    } catch (IOException | RuntimeException alertFailed) {
      // The failure that led here is the one to tell.
      return;
    }
  }

  private void endWith(Throwable failure) {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    stopTimeout();
    plain.clear();
    if (handshaken != null && !handshaken.done()) {
      handshaken.setException(failure);
    }
    // What is encrypted already, such as the alert, still goes out, if the other end takes it.
    transport.close();
    timeout = loop.callLater(options.shutdownTimeout(), transport::abort);
    loop.enqueue(() -> app.connectionLost(failure));
  }

  private void stopTimeout() {
    if (timeout != null) {
      timeout.cancel();
      timeout = null;
    }
  }

  Object extraInfo(String name) {
    return switch (name) {
      case "sslcontext" -> context;
      case "ssl_object" -> engine.getSession();
      case "cipher" -> engine.getSession().getCipherSuite();
      case "peercert" -> TlsEngines.peerCertificate(engine);
      default -> transport == null ? null : transport.getExtraInfo(name);
    };
  }

  @Override
  public String toString() {
    return "TLS (" + state + ") over " + transport;
  }
}
