package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How TLS is spoken. The counterpart of the arguments {@code server_hostname}, {@code
 * ssl_handshake_timeout} and {@code ssl_shutdown_timeout}.
 *
 * <p>Immutable.
 */
public final class TlsOptions {

  /** The name of the server is the host connected to; 60 and 30 seconds for the two time-outs. */
  public static final TlsOptions DEFAULT =
      new TlsOptions(
          null, Duration.ofSeconds(60), Duration.ofSeconds(30), List.of(), List.of(), false);

  private final String serverHostname;
  private final Duration handshakeTimeout;
  private final Duration shutdownTimeout;
  private final List<String> protocols;
  private final List<String> cipherSuites;
  private final boolean clientAuthentication;

  private TlsOptions(
      String serverHostname,
      Duration handshakeTimeout,
      Duration shutdownTimeout,
      List<String> protocols,
      List<String> cipherSuites,
      boolean clientAuthentication) {
    this.serverHostname = serverHostname;
    this.handshakeTimeout = handshakeTimeout;
    this.shutdownTimeout = shutdownTimeout;
    this.protocols = protocols;
    this.cipherSuites = cipherSuites;
    this.clientAuthentication = clientAuthentication;
  }

  /**
   * Sets the name that the server's certificate must have. For clients.
   *
   * @param name empty to accept any name
   * @return options that are otherwise as these
   */
  public TlsOptions withServerHostname(String name) {
    return new TlsOptions(
        Arguments.notNull(name, "name"),
        handshakeTimeout,
        shutdownTimeout,
        protocols,
        cipherSuites,
        clientAuthentication);
  }

  /**
   * Sets how long the handshake may take.
   *
   * @param limit more than zero
   * @return options that are otherwise as these
   * @throws IllegalArgumentException if it is not
   */
  public TlsOptions withHandshakeTimeout(Duration limit) {
    return new TlsOptions(
        serverHostname,
        checkTimeout("handshake timeout", limit),
        shutdownTimeout,
        protocols,
        cipherSuites,
        clientAuthentication);
  }

  /**
   * Sets how long to wait for the other end's farewell.
   *
   * @param limit more than zero
   * @return options that are otherwise as these
   * @throws IllegalArgumentException if it is not
   */
  public TlsOptions withShutdownTimeout(Duration limit) {
    return new TlsOptions(
        serverHostname,
        handshakeTimeout,
        checkTimeout("shutdown timeout", limit),
        protocols,
        cipherSuites,
        clientAuthentication);
  }

  private static Duration checkTimeout(String name, Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException(name + " should be a positive number, got " + limit);
    }
    return limit;
  }

  /**
   * Sets which versions to speak.
   *
   * @param names such as {@code "TLSv1.3"}
   * @return options that are otherwise as these
   */
  public TlsOptions withProtocols(String... names) {
    return new TlsOptions(
        serverHostname,
        handshakeTimeout,
        shutdownTimeout,
        List.of(names),
        cipherSuites,
        clientAuthentication);
  }

  /**
   * Sets which cipher suites to offer.
   *
   * @param names such as {@code "TLS_AES_128_GCM_SHA256"}
   * @return options that are otherwise as these
   */
  public TlsOptions withCipherSuites(String... names) {
    return new TlsOptions(
        serverHostname,
        handshakeTimeout,
        shutdownTimeout,
        protocols,
        List.of(names),
        clientAuthentication);
  }

  /**
   * Asks clients for a certificate. For servers.
   *
   * @param required true to refuse those who have none
   * @return options that are otherwise as these
   */
  public TlsOptions withClientAuthentication(boolean required) {
    return new TlsOptions(
        serverHostname, handshakeTimeout, shutdownTimeout, protocols, cipherSuites, required);
  }

  Optional<String> serverHostname() {
    return Optional.ofNullable(serverHostname);
  }

  Duration handshakeTimeout() {
    return handshakeTimeout;
  }

  Duration shutdownTimeout() {
    return shutdownTimeout;
  }

  List<String> protocols() {
    return protocols;
  }

  List<String> cipherSuites() {
    return cipherSuites;
  }

  boolean clientAuthentication() {
    return clientAuthentication;
  }
}
