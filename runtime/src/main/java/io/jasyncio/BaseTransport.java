package io.jasyncio;

/**
 * What all transports can do. A transport moves bytes and tells its protocol. The counterpart of
 * {@code asyncio.BaseTransport}.
 *
 * <p>Transports are for the thread of their loop only.
 */
public interface BaseTransport {

  /**
   * Tells something about what lies below the transport.
   *
   * @param name {@code "peername"} and {@code "sockname"} are {@link java.net.SocketAddress}es,
   *     {@code "socket"} is what the loop makes sockets of (a {@code java.nio} channel, as a rule),
   *     {@code "sslcontext"} the {@link javax.net.ssl.SSLContext}, {@code "ssl_object"} the {@link
   *     javax.net.ssl.SSLSession}, {@code "cipher"} its cipher suite, {@code "peercert"} the other
   *     end's certificate, {@code "pipe"} the pipe's end as it was given, {@code "subprocess"} the
   *     {@link Process}
   * @return null if the transport knows nothing of the kind
   */
  Object getExtraInfo(String name);

  /**
   * Tells something about what lies below the transport.
   *
   * @param <T> what the caller knows it to be
   * @param name as above
   * @param otherwise what to return if the transport knows nothing of the kind
   * @return what the transport knows
   */
  @SuppressWarnings("unchecked")
  default <T> T getExtraInfo(String name, T otherwise) {
    Object found = getExtraInfo(name);
    return found == null ? otherwise : (T) found;
  }

  /**
   * Tells whether the transport is closed or about to be.
   *
   * @return true after {@link #close}, or once the connection is lost
   */
  boolean isClosing();

  /**
   * Closes the transport once all that was written is sent. Nothing more is received; in the end
   * the protocol's {@code connectionLost} gets null. Does nothing the second time.
   */
  void close();
}
