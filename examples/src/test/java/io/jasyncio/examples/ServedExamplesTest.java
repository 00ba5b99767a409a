package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.startServer;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.jasyncio.ConnectOptions;
import io.jasyncio.ConnectionHandler;
import io.jasyncio.Coroutine;
import io.jasyncio.ServerOptions;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that need something beside them: a certificate, a Redis server. */
final class ServedExamplesTest {

  private static final String HOST = "localhost";
  private static final char[] PASSWORD = "secret".toCharArray();

  @TempDir Path directory;

  // TLS

  @Test
  void tlsProxy_encryptsForAServerThatCannot() throws Exception {
    Path keys = directory.resolve("keys.p12");
    keytool(keys);
    SSLContext context = TlsProxy.contextOf(keys, PASSWORD);
    assertThat(run(() -> throughProxy(context, trusting(keys)))).isEqualTo("olleh");
  }

  private static void keytool(Path keys) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "me",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isEqualTo(0);
  }

  private static SSLContext trusting(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("me", store.getCertificate("me"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Async
  private static Coroutine<String> throughProxy(SSLContext shown, SSLContext trusting)
      throws IOException {
    ConnectionHandler reversing =
        (reader, writer) -> {
          String line = await(reader.readline(UTF_8)).strip();
          writer.write(new StringBuilder(line).reverse() + "\n");
          writer.close();
          return result();
        };
    var options = ServerOptions.DEFAULT.withSsl(shown);
    try (var server = await(startServer(reversing, HOST, 0));
        var proxy = await(startServer(new TlsProxy(server.port())::serve, HOST, 0, options));
        var connection =
            await(openConnection(HOST, proxy.port(), ConnectOptions.DEFAULT.withSsl(trusting)))) {
      connection.writer().write("hello\n");
      String answer = await(connection.reader().readline(UTF_8)).strip();
      assertThat(await(connection.reader().readline(UTF_8))).isEmpty();
      return result(answer);
    }
  }

  // Redis

  @Test
  void redisCommands_againstAServerOfLies() throws Exception {
    String answers = "+OK\r\n$5\r\nhello\r\n:0\r\n:3\r\n*2\r\n$3\r\none\r\n$-1\r\n:2\r\n$-1\r\n";
    assertThat(Transcript.of(() -> run(() -> scripted(answers))))
        .containsExactly("OK", "hello", "3", "[one, null]", "2", "null")
        .inOrder();
  }

  @Async
  private static Coroutine<Void> scripted(String answers) throws IOException {
    ConnectionHandler script =
        (reader, writer) -> {
          try (writer) {
            writer.write(answers);
            byte[] all = await(reader.read());
            assertThat(new String(all, UTF_8)).startsWith("*3\r\n$3\r\nSET\r\n$17\r\n");
          }
          return result();
        };
    try (var server = await(startServer(script, HOST, 0))) {
      await(RedisCommands.main(HOST, server.port()));
    }
    return result();
  }

  @Test
  void redisCommands_againstARealServer() throws Exception {
    try (RedisServer redis = RedisServer.start(directory)) {
      List<String> printed =
          Transcript.of(() -> RedisCommands.main(new String[] {HOST, "" + redis.port()}));
      assertThat(printed)
          .containsExactly("OK", "hello", "3", "[one, two, three]", "2", "null")
          .inOrder();
    }
  }
}
