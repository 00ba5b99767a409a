package io.jasyncio;

import java.io.IOException;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Makes the engines that speak TLS, and says what they know of the other end. */
final class TlsEngines {

  private TlsEngines() {}

  /**
   * An engine for a client.
   *
   * @param host what the certificate must be for, unless the options say otherwise
   */
  static SSLEngine client(SSLContext context, TlsOptions options, String host) {
    String name =
        options
            .serverHostname()
            .orElseGet(
                () -> {
                  if (host.isEmpty()) {
                    throw new IllegalArgumentException(
                        "You must set server_hostname when using TLS without a host:"
                            + " TlsOptions.withServerHostname, \"\" for any");
                  }
                  return host;
                });
    SSLEngine engine =
        name.isEmpty() ? context.createSSLEngine() : context.createSSLEngine(name, 0);
    engine.setUseClientMode(true);
    SSLParameters parameters = parameters(engine, options);
    if (!name.isEmpty()) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      if (!Resolver.isLiteral(name)) {
        parameters.setServerNames(List.of(new SNIHostName(name)));
      }
    }
    engine.setSSLParameters(parameters);
    return engine;
  }

  static SSLEngine server(SSLContext context, TlsOptions options) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = parameters(engine, options);
    parameters.setNeedClientAuth(options.clientAuthentication());
    engine.setSSLParameters(parameters);
    return engine;
  }

  private static SSLParameters parameters(SSLEngine engine, TlsOptions options) {
    SSLParameters parameters = engine.getSSLParameters();
    if (!options.protocols().isEmpty()) {
      parameters.setProtocols(options.protocols().toArray(String[]::new));
    }
    if (!options.cipherSuites().isEmpty()) {
      parameters.setCipherSuites(options.cipherSuites().toArray(String[]::new));
    }
    return parameters;
  }

  /** Null if the other end has shown none. */
  static Certificate peerCertificate(SSLEngine engine) {
    try {
      return engine.getSession().getPeerCertificates()[0];
    } catch (SSLPeerUnverifiedException none) {
      return null;
    }
  }

  /** What a failure during the handshake is called: with the other end and the reason. */
  static IOException inHandshake(SSLEngine engine, IOException failure) {
    if (!(failure instanceof SSLException)) {
      return failure;
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String peer = engine.getPeerHost() == null ? "" : " with " + engine.getPeerHost();
    String message = String.valueOf(failure.getMessage());
    String reason = String.valueOf(root.getMessage());
    SSLHandshakeException named =
        new SSLHandshakeException(
            "TLS handshake"
                + peer
                + " failed: "
                + (message.contains(reason) ? message : message + " (" + reason + ")"));
    named.initCause(failure);
    return named;
  }
}
