package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.CurrentLoop;
import java.io.IOException;
import javax.net.ssl.SSLContext;

/** Puts TLS between a transport and its protocol while they are connected. */
final class StartTls {

  private StartTls() {}

  @Async
  static Coroutine<Transport> over(
      Transport plain,
      BaseProtocol<Transport> protocol,
      SSLContext context,
      TlsOptions options,
      boolean serverSide)
      throws IOException {
    if (!(plain instanceof SocketTransport)) {
      throw new IllegalArgumentException("transport " + plain + " is not supported by startTls()");
    }
    EventLoop loop = CurrentLoop.running();
    Future<Void> handshaken = loop.createFuture();
    TlsProtocol tls =
        serverSide
            ? TlsProtocol.server(loop, context, options, handshaken)
            : TlsProtocol.client(loop, context, options, "", handshaken);
    tls.setAppProtocol(protocol, false);
    plain.pauseReading();
    plain.setProtocol(tls);
    loop.enqueue(() -> tls.connectionMade(plain));
    loop.enqueue(plain::resumeReading);
    try {
      await(handshaken);
    } catch (Throwable failure) {
      plain.close();
      throw failure;
    }
    return result(tls.appTransport());
  }
}
