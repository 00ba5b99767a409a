package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Sneaky;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * Writes to a connection or a pipe. The counterpart of {@code asyncio.StreamWriter}.
 *
 * <p>Writing never waits: what has no room in the connection is kept. So a program that writes much
 * awaits {@link #drain} now and then, which suspends as long as too much is kept:
 *
 * <pre>{@code
 * writer.write(data);
 * await(writer.drain());
 * }</pre>
 *
 * <p>Leaving a try-with-resources block over a writer closes it and waits until it is closed. For
 * the loop's thread only.
 */
public final class StreamWriter implements AsyncCloseable {

  private final WriterProtocol<?> protocol;

  /** Null for a pipe. */
  private final StreamReader reader;

  private WriteTransport transport;

  StreamWriter(WriteTransport transport, WriterProtocol<?> protocol, StreamReader reader) {
    this.transport = transport;
    this.protocol = protocol;
    this.reader = reader;
  }

  /**
   * Returns what this writes to.
   *
   * @return a {@link Transport} for connections
   */
  public WriteTransport transport() {
    return transport;
  }

  /**
   * Writes bytes. They are sent at the end of the loop's turn, together with what else is written
   * in it. After the connection is lost nothing happens here: {@link #drain} tells.
   *
   * @param data copied
   * @throws IllegalStateException after {@link #writeEof}
   */
  public void write(byte[] data) {
    transport.write(data);
  }

  /**
   * Writes a part of an array.
   *
   * @param data copied
   * @param offset of the first byte
   * @param length how many
   * @throws IllegalStateException after {@link #writeEof}
   */
  public void write(byte[] data, int offset, int length) {
    transport.write(data, offset, length);
  }

  /**
   * Writes what remains in a buffer.
   *
   * @param data copied; its position moves to its limit
   * @throws IllegalStateException after {@link #writeEof}
   */
  public void write(ByteBuffer data) {
    transport.write(data);
  }

  /**
   * Writes text in UTF-8.
   *
   * @param text may be empty
   * @throws IllegalStateException after {@link #writeEof}
   */
  public void write(String text) {
    write(text, StandardCharsets.UTF_8);
  }

  /**
   * Writes text.
   *
   * @param text may be empty
   * @param charset how to encode it
   * @throws IllegalStateException after {@link #writeEof}
   */
  public void write(String text, Charset charset) {
    transport.write(text.getBytes(charset));
  }

  /**
   * Writes several arrays, one after the other.
   *
   * @param list copied
   * @throws IllegalStateException after {@link #writeEof}
   */
  public void writelines(Iterable<byte[]> list) {
    transport.writelines(list);
  }

  /**
   * Suspends while more is kept than the high-water mark, until no more is left than the low-water
   * mark.
   *
   * @return a coroutine to be awaited
   * @throws ConnectionResetException from the await, if the connection is lost
   * @throws IOException from the await, if the connection broke otherwise
   */
  @Async
  public Coroutine<Void> drain() throws IOException {
    if (reader != null && reader.exception() != null) {
      throw Sneaky.raise(reader.exception());
    }
    if (transport.isClosing()) {
      // So that a loop that only writes and drains hears of the end of the connection.
      await(sleep(Duration.ZERO));
    }
    protocol.checkConnected();
    if (protocol.isPaused()) {
      await(protocol.drained());
    }
    return result();
  }

  /**
   * Says that nothing more will be written. The other end sees the end of the stream, and may go on
   * sending.
   *
   * @throws UnsupportedOperationException if {@link #canWriteEof} is false
   */
  public void writeEof() {
    transport.writeEof();
  }

  /**
   * Tells whether the stream can close its one half.
   *
   * @return false for TLS
   */
  public boolean canWriteEof() {
    return transport.canWriteEof();
  }

  /** Closes the stream and the connection once everything is sent. */
  @Override
  @SuppressWarnings("MissingSuperCall")
  public void close() {
    transport.close();
  }

  /**
   * Tells whether the stream is closed or about to be.
   *
   * @return true after {@link #close}, or once the connection is lost
   */
  public boolean isClosing() {
    return transport.isClosing();
  }

  /**
   * Suspends until the stream is closed.
   *
   * @return a coroutine to be awaited
   * @throws IOException from the await, if the connection broke
   */
  @Async
  public Coroutine<Void> waitClosed() throws IOException {
    await(protocol.closed());
    return result();
  }

  /**
   * Goes on over TLS, on the same connection. What was written is sent first; the other end has to
   * do the same. A client has to name the server in its options, with the empty name for any.
   *
   * @param context the certificates
   * @param options how
   * @return a coroutine to be awaited; nothing may be written or read meanwhile
   * @throws IOException from the await: {@link javax.net.ssl.SSLHandshakeException}; then the
   *     connection is closed
   * @throws UnsupportedOperationException from the await, if this writes to a pipe
   */
  @Async
  public Coroutine<Void> startTls(SSLContext context, TlsOptions options) throws IOException {
    if (!(protocol instanceof StreamProtocol stream)) {
      throw new UnsupportedOperationException(
          "TLS needs both directions: it goes over connections, not over a pipe");
    }
    await(drain());
    Transport plain = (Transport) transport;
    Transport tls = await(StartTls.over(plain, stream, context, options, stream.isServerSide()));
    transport = tls;
    stream.replaceTransport(tls);
    return result();
  }

  /**
   * Goes on over TLS, as a server, which names nobody.
   *
   * @param context the certificates
   * @return a coroutine to be awaited
   * @throws IOException from the await, if the handshake fails
   */
  public Coroutine<Void> startTls(SSLContext context) throws IOException {
    return startTls(context, TlsOptions.DEFAULT);
  }

  /**
   * Tells something about the connection.
   *
   * @param name as for {@link BaseTransport#getExtraInfo(String)}
   * @return null if the transport knows nothing of the kind
   */
  public Object getExtraInfo(String name) {
    return transport.getExtraInfo(name);
  }

  /**
   * Closes the stream and suspends until it is closed.
   *
   * @return a coroutine to be awaited
   */
  @Override
  @Async
  public Coroutine<Void> aclose() {
    close();
    await(protocol.closed());
    return result();
  }

  /** As {@link #aclose()}; what the connection broke with is told once. */
  @Override
  @Async
  public Coroutine<Void> aclose(Throwable failure) {
    close();
    try {
      await(protocol.closed());
    } catch (Exception closing) {
      if (closing != failure) {
        failure.addSuppressed(closing);
      }
    }
    return result();
  }

  @Override
  public String toString() {
    return "StreamWriter (" + transport + ")";
  }
}
