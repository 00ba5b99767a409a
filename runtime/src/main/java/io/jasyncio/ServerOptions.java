package io.jasyncio;

import io.jasyncio.internal.Arguments;
import io.jasyncio.spi.ListenOptions;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a server listens. The counterpart of the keyword arguments of {@code asyncio.start_server}.
 *
 * <pre>{@code
 * startServer(handler, "localhost", 8080, ServerOptions.DEFAULT.withMaxConnections(1000))
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ServerOptions {

  /** No TLS, a limit of 64 KiB, a backlog of 100, serving at once, any number of connections. */
  public static final ServerOptions DEFAULT =
      new ServerOptions(
          new ListenOptions(100, true, false),
          StreamReader.DEFAULT_LIMIT,
          Integer.MAX_VALUE,
          true,
          null,
          TlsOptions.DEFAULT);

  private final ListenOptions listening;
  private final int limit;
  private final int maxConnections;
  private final boolean startServing;
  private final SSLContext sslContext;
  private final TlsOptions tls;

  private ServerOptions(
      ListenOptions listening,
      int limit,
      int maxConnections,
      boolean startServing,
      SSLContext sslContext,
      TlsOptions tls) {
    this.listening = listening;
    this.limit = limit;
    this.maxConnections = maxConnections;
    this.startServing = startServing;
    this.sslContext = sslContext;
    this.tls = tls;
  }

  private ServerOptions withListening(ListenOptions changed) {
    return new ServerOptions(changed, limit, maxConnections, startServing, sslContext, tls);
  }

  /**
   * Sets how many connections the operating system takes that the server has not accepted yet.
   *
   * @param connections at least 1
   * @return options that are otherwise as these
   * @throws IllegalArgumentException if it is less
   */
  public ServerOptions withBacklog(int connections) {
    return withListening(
        new ListenOptions(
            checkPositive("backlog", connections),
            listening.reuseAddress(),
            listening.reusePort()));
  }

  /**
   * Says whether connections of an earlier server on the port keep this one off.
   *
   * @param reuse false if they do
   * @return options that are otherwise as these
   */
  public ServerOptions withReuseAddress(boolean reuse) {
    return withListening(new ListenOptions(listening.backlog(), reuse, listening.reusePort()));
  }

  /**
   * Shares the port with other servers that do so, too, such as those of other loops: the operating
   * system spreads the connections.
   *
   * @param reuse true to share
   * @return options that are otherwise as these
   */
  public ServerOptions withReusePort(boolean reuse) {
    return withListening(new ListenOptions(listening.backlog(), listening.reuseAddress(), reuse));
  }

  /**
   * Sets the limit of the connections' readers.
   *
   * @param bytes the longest line, and half of what is kept unread
   * @return options that are otherwise as these
   * @throws IllegalArgumentException if it is not positive
   */
  public ServerOptions withLimit(int bytes) {
    return new ServerOptions(
        listening, checkLimit(bytes), maxConnections, startServing, sslContext, tls);
  }

  static int checkLimit(int bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("Limit cannot be <= 0, but is " + bytes);
    }
    return bytes;
  }

  /**
   * Serves so many connections at a time. Others wait until one is closed.
   *
   * @param connections at least 1
   * @return options that are otherwise as these
   * @throws IllegalArgumentException if it is less
   */
  public ServerOptions withMaxConnections(int connections) {
    return new ServerOptions(
        listening,
        limit,
        checkPositive("maxConnections", connections),
        startServing,
        sslContext,
        tls);
  }

  private static int checkPositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
    }
    return value;
  }

  /**
   * Says whether the server begins to serve at once, or when it is told to.
   *
   * @param atOnce false to wait for {@link Server#startServing} or {@link Server#serveForever}
   * @return options that are otherwise as these
   */
  public ServerOptions withStartServing(boolean atOnce) {
    return new ServerOptions(listening, limit, maxConnections, atOnce, sslContext, tls);
  }

  /**
   * Speaks TLS.
   *
   * @param context the server's certificate and key
   * @return options that are otherwise as these
   */
  public ServerOptions withSsl(SSLContext context) {
    return new ServerOptions(
        listening, limit, maxConnections, startServing, Arguments.notNull(context, "context"), tls);
  }

  /**
   * Sets how to speak TLS.
   *
   * @param options of no effect without {@link #withSsl}
   * @return options that are otherwise as these
   */
  public ServerOptions withTls(TlsOptions options) {
    return new ServerOptions(
        listening,
        limit,
        maxConnections,
        startServing,
        sslContext,
        Arguments.notNull(options, "options"));
  }

  ListenOptions listening() {
    return listening;
  }

  int limit() {
    return limit;
  }

  int maxConnections() {
    return maxConnections;
  }

  boolean startsServing() {
    return startServing;
  }

  Optional<SSLContext> sslContext() {
    return Optional.ofNullable(sslContext);
  }

  TlsOptions tls() {
    return tls;
  }
}
