package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.openUnixConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.startServer;
import static io.jasyncio.Asyncio.startUnixServer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest extends IoStory {

  private static final String HOST = "localhost";

  @TempDir static Path directory;

  private static SSLContext good;
  private static SSLContext otherHost;
  private static SSLContext expired;
  private static SSLContext withoutKey;

  @BeforeAll
  static void makeCertificates() throws IOException, GeneralSecurityException {
    Certificates own = Certificates.selfSigned(directory, "dns:localhost,ip:127.0.0.1");
    good = own.context();
    withoutKey = own.trustOnly();
    otherHost = Certificates.selfSigned(directory, "dns:example.org").context();
    expired = Certificates.expired(directory, "dns:localhost").context();
  }

  @Async
  private static Coroutine<Void> echo(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer) {
      byte[] data = await(reader.read(100_000));
      while (data.length > 0) {
        writer.write(data);
        await(writer.drain());
        data = await(reader.read(100_000));
      }
    }
    return result();
  }

  private static Coroutine<Server> serve(SSLContext context, TlsOptions tls) throws IOException {
    return startServer(TlsTest::echo, HOST, 0, ServerOptions.DEFAULT.withSsl(context).withTls(tls));
  }

  private static Coroutine<Connection> connect(Server server, SSLContext context, TlsOptions tls)
      throws IOException {
    return openConnection(
        HOST, server.port(), ConnectOptions.DEFAULT.withSsl(context).withTls(tls));
  }

  // What works

  @Test
  void echo_overTls13() {
    run(() -> echoes(TlsOptions.DEFAULT));
    expect("TLSv1.3", "hello\n");
    expectReports();
  }

  @Test
  void echo_overTls12() {
    run(() -> echoes(TlsOptions.DEFAULT.withProtocols("TLSv1.2")));
    expect("TLSv1.2", "hello\n");
    expectReports();
  }

  @Async
  private Coroutine<Void> echoes(TlsOptions tls) throws IOException {
    try (var server = await(serve(good, TlsOptions.DEFAULT));
        var connection = await(connect(server, good, tls))) {
      var writer = connection.writer();
      note(((SSLSession) writer.getExtraInfo("ssl_object")).getProtocol());
      assertSame(good, writer.getExtraInfo("sslcontext"));
      assertNotNull(writer.getExtraInfo("cipher"));
      assertNotNull(writer.getExtraInfo("peercert"));
      assertNotNull(writer.getExtraInfo("peername"));
      assertFalse(writer.canWriteEof());
      assertThrows(UnsupportedOperationException.class, writer::writeEof);
      writer.write("hello\n");
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void echo_overAUnixSocket() {
    run(() -> echoesOverUnix());
    expect("hello\n");
    expectReports();
  }

  @Async
  private Coroutine<Void> echoesOverUnix() throws IOException {
    Path path = directory.resolve("socket");
    var connecting =
        ConnectOptions.DEFAULT
            .withSsl(good)
            .withTls(TlsOptions.DEFAULT.withServerHostname("localhost"));
    try (var server =
            await(startUnixServer(TlsTest::echo, path, ServerOptions.DEFAULT.withSsl(good)));
        var connection = await(openUnixConnection(path, connecting))) {
      assertTrue(server.isServing());
      connection.writer().write("hello\n");
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void closedTransport_ignoresWritesAndTakesAnotherProtocol() {
    run(() -> closedTransport());
    expectReports();
  }

  @Async
  private Coroutine<Void> closedTransport() throws IOException {
    try (var server = await(serve(good, TlsOptions.DEFAULT))) {
      var connection = await(connect(server, good, TlsOptions.DEFAULT));
      var transport = (Transport) connection.writer().transport();
      assertNotNull(transport.getExtraInfo("socket"));
      assertEquals("none", transport.getExtraInfo("nonsense", "none"));
      transport.close();
      transport.write("ignored".getBytes(UTF_8));
      await(connection.writer().waitClosed());
      transport.write("ignored".getBytes(UTF_8));
      Protocol other = new Protocol() {};
      transport.setProtocol(other);
      assertSame(other, transport.getProtocol());
    }
    return result();
  }

  @Test
  void megabytes_comeThroughUnchanged() {
    run(() -> megabytes());
    expectReports();
  }

  @Async
  private Coroutine<Void> megabytes() throws IOException {
    byte[] sent = new byte[4_000_000];
    new Random(7).nextBytes(sent);
    try (var server = await(serve(good, TlsOptions.DEFAULT));
        var connection = await(connect(server, good, TlsOptions.DEFAULT))) {
      Task<Void> writing = createTask(writeAll(connection.writer(), sent));
      assertArrayEquals(sent, await(connection.reader().readexactly(sent.length)));
      await(writing);
    }
    return result();
  }

  @Async
  private static Coroutine<Void> writeAll(StreamWriter writer, byte[] data) throws IOException {
    for (int from = 0; from < data.length; from += 100_000) {
      writer.write(data, from, 100_000);
      await(writer.drain());
    }
    return result();
  }

  @Test
  void otherEndThatCloses_endsTheStream() {
    run(() -> serverCloses());
    expect("bye\n", "");
    expectReports();
  }

  @Async
  private Coroutine<Void> serverCloses() throws IOException {
    ConnectionHandler bye =
        (reader, writer) -> {
          writer.write("bye\n");
          writer.close();
          return result();
        };
    try (var server = await(startServer(bye, HOST, 0, ServerOptions.DEFAULT.withSsl(good)));
        var connection = await(connect(server, good, TlsOptions.DEFAULT))) {
      note(await(connection.reader().readline(UTF_8)));
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void startTls_turnsAPlainConnectionIntoASecureOne() {
    run(() -> startTls());
    expect("go ahead\n", "secret\n");
    expectReports();
  }

  @Async
  private Coroutine<Void> startTls() throws IOException {
    ConnectionHandler upgrading =
        (reader, writer) -> {
          try (writer) {
            assertEquals("STARTTLS\n", await(reader.readline(UTF_8)));
            writer.write("go ahead\n");
            await(writer.startTls(good));
            assertNotNull(writer.getExtraInfo("cipher"));
            writer.write(await(reader.readline()));
          }
          return result();
        };
    try (var server = await(startServer(upgrading, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      var writer = connection.writer();
      writer.write("STARTTLS\n");
      note(await(connection.reader().readline(UTF_8)));
      await(writer.startTls(good, TlsOptions.DEFAULT.withServerHostname(HOST)));
      writer.write("secret\n");
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void startTlsOfABufferedProtocol_receivesIntoItsBuffer() {
    run(() -> startTlsBuffered());
    expect("secret\n");
    expectReports();
  }

  @Async
  private Coroutine<Void> startTlsBuffered() throws IOException {
    ConnectionHandler upgrading =
        (reader, writer) -> {
          try (writer) {
            await(writer.startTls(good));
            writer.write(await(reader.readline()));
          }
          return result();
        };
    EventLoop loop = getRunningLoop();
    try (var server = await(startServer(upgrading, HOST, 0))) {
      Lender lender = new Lender(loop.createFuture());
      var plain =
          await(loop.createConnection(() -> lender, HOST, server.port(), ConnectOptions.DEFAULT));
      var tls = TlsOptions.DEFAULT.withServerHostname(HOST);
      Transport secure = await(loop.startTls(plain.transport(), lender, good, false, tls));
      secure.write("secret\n".getBytes(UTF_8));
      note(await(lender.line));
      secure.close();
    }
    return result();
  }

  /** Lends a buffer for one line. */
  private static final class Lender implements BufferedProtocol {

    final Future<String> line;
    private final ByteBuffer buffer = ByteBuffer.allocate(100);

    Lender(Future<String> line) {
      this.line = line;
    }

    @Override
    public ByteBuffer getBuffer(int sizeHint) {
      return buffer;
    }

    @Override
    public void bufferUpdated(int bytes) {
      if (buffer.get(buffer.position() - 1) == '\n') {
        line.setResult(UTF_8.decode(buffer.flip()).toString());
      }
    }
  }

  @Test
  void newHandshakeOfTheOtherEnd_letsDataFlow() {
    run(() -> renegotiation());
    expect("all that was sent has come");
    expectReports();
  }

  /** Where the server writes all the time, also while it waits for a part of the handshake. */
  @Async
  private Coroutine<Void> renegotiation() throws Exception {
    AtomicLong sent = new AtomicLong();
    ConnectionHandler chatty =
        (reader, writer) -> {
          try (writer) {
            Task<byte[]> enough = createTask(reader.read(1));
            while (!enough.done()) {
              writer.write(new byte[1000]);
              sent.addAndGet(1000);
              await(writer.drain());
              await(sleep(Duration.ZERO));
            }
          }
          return result();
        };
    var options = ServerOptions.DEFAULT.withSsl(good);
    try (var server = await(startServer(chatty, HOST, 0, options))) {
      int port = server.port();
      long came = await(Asyncio.toThread(() -> countDuringHandshakes(port)));
      assertEquals(sent.get(), came);
      note("all that was sent has come");
    }
    return result();
  }

  /** Has the server end when no handshake is under way: its farewell within one is an error. */
  private static long countDuringHandshakes(int port) throws IOException {
    try (SSLSocket socket = (SSLSocket) good.getSocketFactory().createSocket(HOST, port)) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      AtomicInteger completed = new AtomicInteger();
      socket.addHandshakeCompletedListener(event -> completed.incrementAndGet());
      InputStream input = socket.getInputStream();
      byte[] buffer = new byte[100_000];
      long count = 0;
      for (int begun = 1; begun <= 20; begun++) {
        socket.startHandshake();
        while (completed.get() < begun) {
          int size = input.read(buffer);
          assertTrue(size > 0, "the server has gone");
          count += size;
        }
      }
      socket.getOutputStream().write('.');
      for (int size = input.read(buffer); size >= 0; size = input.read(buffer)) {
        count += size;
      }
      return count;
    }
  }

  // What fails

  @Test
  void unknownCipherSuite_isRefusedBeforeTheServerServes() {
    TlsOptions wrong = TlsOptions.DEFAULT.withCipherSuites("NO_SUCH_SUITE");
    var refused = assertThrows(IllegalArgumentException.class, () -> run(() -> serve(good, wrong)));
    assertTrue(refused.getMessage().contains("NO_SUCH_SUITE"), refused.getMessage());
  }

  private SSLHandshakeException handshakeFails(
      SSLContext server, TlsOptions serverTls, SSLContext client, TlsOptions clientTls) {
    return assertThrows(
        SSLHandshakeException.class, () -> run(() -> fails(server, serverTls, client, clientTls)));
  }

  @Async
  private Coroutine<Void> fails(
      SSLContext server, TlsOptions serverTls, SSLContext client, TlsOptions clientTls)
      throws IOException {
    try (var serving = await(serve(server, serverTls));
        var connection = await(connect(serving, client, clientTls))) {
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void wrongHost_isNamed() {
    var failure = handshakeFails(otherHost, TlsOptions.DEFAULT, otherHost, TlsOptions.DEFAULT);
    // Newer JDKs put the name of the alert in between.
    assertTrue(
        failure
            .getMessage()
            .matches(
                "TLS handshake with localhost failed: (\\(certificate_unknown\\) )?No subject"
                    + " alternative DNS name matching localhost found."),
        failure.getMessage());
    run(() -> echoesOver(otherHost, TlsOptions.DEFAULT.withServerHostname("example.org"), "named"));
    run(() -> echoesOver(otherHost, TlsOptions.DEFAULT.withServerHostname(""), "any"));
    expect("named\n", "any\n");
  }

  @Async
  private Coroutine<Void> echoesOver(SSLContext context, TlsOptions tls, String text)
      throws IOException {
    try (var server = await(serve(context, TlsOptions.DEFAULT));
        var connection = await(connect(server, context, tls))) {
      connection.writer().write(text + "\n");
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void expiredCertificate_isNamed() {
    var failure = handshakeFails(expired, TlsOptions.DEFAULT, expired, TlsOptions.DEFAULT);
    assertTrue(failure.getMessage().contains("NotAfter"), failure.getMessage());
  }

  @Test
  void unknownCertificate_isNamed() {
    var failure = handshakeFails(good, TlsOptions.DEFAULT, otherHost, TlsOptions.DEFAULT);
    assertTrue(
        failure.getMessage().contains("unable to find valid certification path"),
        failure.getMessage());
  }

  @Test
  void noCommonCipher_isAnExceptionOfTheHandshake() {
    TlsOptions one = TlsOptions.DEFAULT.withCipherSuites("TLS_AES_128_GCM_SHA256");
    TlsOptions other = TlsOptions.DEFAULT.withCipherSuites("TLS_AES_256_GCM_SHA384");
    var failure = handshakeFails(good, one, good, other);
    assertTrue(failure.getMessage().contains("handshake_failure"), failure.getMessage());
  }

  @Test
  void clientWithoutCertificate_isRefused() {
    TlsOptions strict = TlsOptions.DEFAULT.withClientAuthentication(true).withProtocols("TLSv1.2");
    run(() -> echoesOver(good, TlsOptions.DEFAULT, "ok"));
    var failure = handshakeFails(good, strict, withoutKey, TlsOptions.DEFAULT);
    assertTrue(failure.getMessage().contains("Received fatal alert"), failure.getMessage());
    expect("ok\n");
  }

  @Test
  void plainTextWhereTlsIsExpected_endsThatConnectionOnly() {
    run(() -> garbage());
    expect("ended", "fine\n");
    expectReports();
  }

  @Async
  private Coroutine<Void> garbage() throws IOException {
    try (var server = await(serve(good, TlsOptions.DEFAULT))) {
      try (var plain = await(openConnection(HOST, server.port()))) {
        plain.writer().write("GET / HTTP/1.0\r\n\r\n");
        await(plain.reader().read());
        note("ended");
      }
      try (var connection = await(connect(server, good, TlsOptions.DEFAULT))) {
        connection.writer().write("fine\n");
        note(await(connection.reader().readline(UTF_8)));
      }
    }
    return result();
  }

  @Test
  void tlsWhereTextIsExpected_failsTheHandshake() {
    SSLException failure = assertThrows(SSLException.class, () -> run(() -> plainServer()));
    assertTrue(
        failure.getMessage().contains("Unrecognized SSL message, plaintext connection?"),
        failure.getMessage());
  }

  @Async
  private Coroutine<Void> plainServer() throws IOException {
    ConnectionHandler chatty =
        (reader, writer) -> {
          await(reader.read(100_000));
          writer.write("220 mail.example.org ready\r\n");
          writer.close();
          return result();
        };
    try (var server = await(startServer(chatty, HOST, 0));
        var connection = await(connect(server, good, TlsOptions.DEFAULT))) {
      assertNotNull(connection);
    }
    return result();
  }

  @Test
  void peerThatLeavesDuringTheHandshake_isAConnectionReset() {
    assertThrows(ConnectionResetException.class, () -> run(() -> leavingServer()));
  }

  @Async
  private Coroutine<Void> leavingServer() throws IOException {
    ConnectionHandler leaving =
        (reader, writer) -> {
          await(reader.read(1));
          await(reader.read(100_000));
          writer.close();
          return result();
        };
    try (var server = await(startServer(leaving, HOST, 0));
        var connection = await(connect(server, good, TlsOptions.DEFAULT))) {
      assertNotNull(connection);
    }
    return result();
  }

  @Test
  void silentPeer_failsTheHandshakeInTime() {
    Exception late = assertThrows(Exception.class, () -> run(() -> silentServer()));
    assertInstanceOf(SocketTimeoutException.class, late);
    assertTrue(late.getMessage().startsWith("TLS handshake is taking longer than PT0.02S"));
  }

  @Async
  private Coroutine<Void> silentServer() throws IOException {
    ConnectionHandler silent =
        (reader, writer) -> {
          try (writer) {
            await(reader.read());
          } catch (ConnectionResetException reset) {
            return result();
          }
          return result();
        };
    TlsOptions impatient = TlsOptions.DEFAULT.withHandshakeTimeout(Duration.ofMillis(20));
    try (var server = await(startServer(silent, HOST, 0));
        var connection = await(connect(server, good, impatient))) {
      assertNotNull(connection);
    }
    return result();
  }

  @Test
  void cancelledConnect_closesTheConnection() {
    run(() -> cancelConnect());
    expect("cancelled", "client gone");
  }

  @Async
  private Coroutine<Void> cancelConnect() throws IOException {
    Future<Void> accepted = Asyncio.getRunningLoop().createFuture();
    Future<Void> gone = Asyncio.getRunningLoop().createFuture();
    ConnectionHandler silent =
        (reader, writer) -> {
          try (writer) {
            accepted.setResult(null);
            await(reader.read());
          } catch (ConnectionResetException reset) {
            // As good as the end.
          }
          gone.setResult(null);
          return result();
        };
    try (var server = await(startServer(silent, HOST, 0))) {
      Task<Connection> connecting = createTask(connect(server, good, TlsOptions.DEFAULT));
      await(accepted);
      connecting.cancel();
      try {
        await(connecting);
      } catch (CancelledError cancelled) {
        note("cancelled");
      }
      await(gone);
      note("client gone");
    }
    return result();
  }

  @Test
  void channelWithoutAHost_mustNameTheServer() {
    assertThrows(
        IllegalArgumentException.class, () -> TlsEngines.client(good, TlsOptions.DEFAULT, ""));
  }
}
