package io.jasyncio;

import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.Nanos;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a connection is opened. The counterpart of the keyword arguments of {@code
 * asyncio.open_connection}.
 *
 * <pre>{@code
 * openConnection("example.org", 443, ConnectOptions.DEFAULT.withSsl(SSLContext.getDefault()))
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ConnectOptions {

  /** No TLS, a limit of 64 KiB, one address after the other. */
  public static final ConnectOptions DEFAULT =
      new ConnectOptions(StreamReader.DEFAULT_LIMIT, null, null, null, TlsOptions.DEFAULT);

  private final int limit;
  private final InetSocketAddress localAddress;
  private final Duration happyEyeballsDelay;
  private final SSLContext sslContext;
  private final TlsOptions tls;

  private ConnectOptions(
      int limit,
      InetSocketAddress localAddress,
      Duration happyEyeballsDelay,
      SSLContext sslContext,
      TlsOptions tls) {
    this.limit = limit;
    this.localAddress = localAddress;
    this.happyEyeballsDelay = happyEyeballsDelay;
    this.sslContext = sslContext;
    this.tls = tls;
  }

  /**
   * Sets the limit of the stream's reader.
   *
   * @param bytes the longest line, and half of what is kept unread
   * @return options that are otherwise as these
   * @throws IllegalArgumentException if it is not positive
   */
  public ConnectOptions withLimit(int bytes) {
    return new ConnectOptions(
        ServerOptions.checkLimit(bytes), localAddress, happyEyeballsDelay, sslContext, tls);
  }

  /**
   * Sets the address of this end.
   *
   * @param address port 0 for any; a name is looked up
   * @return options that are otherwise as these
   */
  public ConnectOptions withLocalAddress(InetSocketAddress address) {
    return new ConnectOptions(
        limit, Arguments.notNull(address, "address"), happyEyeballsDelay, sslContext, tls);
  }

  /**
   * Tries the next address of a host when the one before has not answered for some time, and takes
   * the first that does; addresses of IPv6 and IPv4 take turns (RFC 8305).
   *
   * @param delay how long, such as 250 milliseconds
   * @return options that are otherwise as these
   * @throws IllegalArgumentException if the delay is negative
   */
  public ConnectOptions withHappyEyeballsDelay(Duration delay) {
    return new ConnectOptions(
        limit, localAddress, Nanos.checkDelay(delay, "delay"), sslContext, tls);
  }

  /**
   * Speaks TLS.
   *
   * @param context whom to trust
   * @return options that are otherwise as these
   */
  public ConnectOptions withSsl(SSLContext context) {
    return new ConnectOptions(
        limit, localAddress, happyEyeballsDelay, Arguments.notNull(context, "context"), tls);
  }

  /**
   * Sets how to speak TLS.
   *
   * @param options of no effect without {@link #withSsl}
   * @return options that are otherwise as these
   */
  public ConnectOptions withTls(TlsOptions options) {
    return new ConnectOptions(
        limit, localAddress, happyEyeballsDelay, sslContext, Arguments.notNull(options, "options"));
  }

  int limit() {
    return limit;
  }

  Optional<InetSocketAddress> localAddress() {
    return Optional.ofNullable(localAddress);
  }

  Optional<Duration> happyEyeballsDelay() {
    return Optional.ofNullable(happyEyeballsDelay);
  }

  Optional<SSLContext> sslContext() {
    return Optional.ofNullable(sslContext);
  }

  TlsOptions tls() {
    return tls;
  }
}
