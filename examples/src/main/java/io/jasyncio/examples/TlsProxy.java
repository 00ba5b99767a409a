package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.startServer;
import static io.jasyncio.Asyncio.taskGroup;

import io.jasyncio.Coroutine;
import io.jasyncio.ServerOptions;
import io.jasyncio.StreamReader;
import io.jasyncio.StreamWriter;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Puts TLS in front of a server that knows nothing of it: decrypts what clients send, and encrypts
 * the answers. Arguments: the key store, its password, the port to listen on, the server's port.
 *
 * <pre>
 * keytool -genkeypair -keyalg EC -alias me -dname CN=localhost -storetype PKCS12 \
 *     -keystore keys.p12 -storepass secret
 * </pre>
 */
public final class TlsProxy {

  private final int serverPort;

  TlsProxy(int serverPort) {
    this.serverPort = serverPort;
  }

  static SSLContext contextOf(Path keyStore, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** What the proxy does with each connection: both directions at once. */
  @Async
  Coroutine<Void> serve(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer;
        var server = await(openConnection("localhost", serverPort));
        var group = taskGroup()) {
      group.createTask(copy(reader, server.writer()));
      group.createTask(copy(server.reader(), writer));
    }
    return result();
  }

  /** No faster than the receiver takes it. At the end the receiver is told, if there is a way. */
  @Async
  private static Coroutine<Void> copy(StreamReader reader, StreamWriter writer) throws IOException {
    for (byte[] data = await(reader.read(10_000));
        data.length > 0;
        data = await(reader.read(10_000))) {
      writer.write(data);
      await(writer.drain());
    }
    if (writer.canWriteEof()) {
      writer.writeEof();
    } else {
      writer.close();
    }
    return result();
  }

  @Async
  private Coroutine<Void> main(SSLContext context, int port) throws IOException {
    var options = ServerOptions.DEFAULT.withSsl(context);
    try (var proxy = await(startServer(this::serve, "localhost", port, options))) {
      System.out.println("TLS on port " + proxy.port());
      await(proxy.serveForever());
    }
    return result();
  }

  public static void main(String[] args) throws IOException, GeneralSecurityException {
    SSLContext context = contextOf(Path.of(args[0]), args[1].toCharArray());
    run(() -> new TlsProxy(Integer.parseInt(args[3])).main(context, Integer.parseInt(args[2])));
  }
}
