package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.startServer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jasyncio.annotations.Async;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendfileTest extends IoStory {

  private static final String HOST = "localhost";

  @TempDir Path directory;

  private final byte[] content = new byte[3_000_000];
  private Path path;

  @BeforeEach
  void makeFile() throws IOException {
    new Random(11).nextBytes(content);
    path = Files.write(directory.resolve("file"), content);
  }

  /** "head", the file, "tail": what a server sends. */
  @Async
  private Coroutine<Void> sendAll(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer;
        FileChannel file = FileChannel.open(path)) {
      writer.write("head");
      long sent = await(getRunningLoop().sendfile((Transport) writer.transport(), file));
      note("sent " + sent);
      writer.write("tail");
    }
    return result();
  }

  private byte[] expected() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes("head".getBytes(UTF_8));
    all.writeBytes(content);
    all.writeBytes("tail".getBytes(UTF_8));
    return all.toByteArray();
  }

  @Test
  void file_comesBetweenWhatIsWrittenBeforeAndAfter() {
    run(() -> receive(ServerOptions.DEFAULT, ConnectOptions.DEFAULT));
    expect("sent 3000000");
    expectReports();
  }

  @Test
  void overTls_itIsReadAndEncrypted() throws IOException, GeneralSecurityException {
    SSLContext context = Certificates.selfSigned(directory, "dns:localhost").context();
    run(
        () ->
            receive(
                ServerOptions.DEFAULT.withSsl(context), ConnectOptions.DEFAULT.withSsl(context)));
    expect("sent 3000000");
    expectReports();
  }

  @Async
  private Coroutine<Void> receive(ServerOptions serving, ConnectOptions connecting)
      throws IOException {
    try (var server = await(startServer(this::sendAll, HOST, 0, serving));
        var connection = await(openConnection(HOST, server.port(), connecting))) {
      assertArrayEquals(expected(), await(connection.reader().read()));
    }
    return result();
  }

  @Test
  void peerThatClosesBehindTheFile_hasGotAllOfIt() {
    run(() -> closeBehindTheFile());
    expect("sent 3000000");
  }

  @Async
  private Coroutine<Void> closeBehindTheFile() throws IOException {
    try (var server = await(startServer(this::sendAll, HOST, 0))) {
      var connection = await(openConnection(HOST, server.port()));
      byte[] received = await(connection.reader().readexactly(4 + content.length));
      assertArrayEquals(Arrays.copyOf(expected(), received.length), received);
      connection.writer().transport().abort();
    }
    return result();
  }

  @Test
  void withoutFallback_tlsIsRefused() throws IOException, GeneralSecurityException {
    SSLContext context = Certificates.selfSigned(directory, "dns:localhost").context();
    run(
        () ->
            withoutFallback(
                ServerOptions.DEFAULT.withSsl(context), ConnectOptions.DEFAULT.withSsl(context)));
    expect("refused", "closing");
  }

  @Async
  private Coroutine<Void> withoutFallback(ServerOptions serving, ConnectOptions connecting)
      throws IOException {
    ConnectionHandler silent =
        (reader, writer) -> {
          try (writer) {
            await(reader.read());
          }
          return result();
        };
    EventLoop loop = getRunningLoop();
    try (var server = await(startServer(silent, HOST, 0, serving));
        var connection = await(openConnection(HOST, server.port(), connecting));
        FileChannel file = FileChannel.open(path)) {
      Transport transport = (Transport) connection.writer().transport();
      try {
        Object unused = await(loop.sendfile(transport, file, 0, 1, false));
      } catch (UnsupportedOperationException refused) {
        note("refused");
      }
      connection.writer().close();
      try {
        Object unused = await(loop.sendfile(transport, file));
      } catch (IllegalStateException closing) {
        note("closing");
      }
    }
    return result();
  }

  @Test
  void whileItIsSent_nobodyElseMayWrite_andClosingEndsIt() throws IOException {
    Path large = Files.write(directory.resolve("large"), new byte[50_000_000]);
    run(() -> interrupted(large));
    expect("nothing is read", "refused", "lost");
    expectReports();
  }

  /** The other end reads nothing, so that sending does not come to its end. */
  @Async
  private Coroutine<Void> interrupted(Path large) throws IOException {
    EventLoop loop = getRunningLoop();
    Future<StreamReader> accepted = loop.createFuture();
    Future<Void> over = loop.createFuture();
    ConnectionHandler lazy =
        (reader, writer) -> {
          try (writer) {
            accepted.setResult(reader);
            await(over);
          }
          return result();
        };
    try (FileChannel file = FileChannel.open(large);
        var server = await(startServer(lazy, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      Object unused = await(accepted);
      Transport transport = (Transport) connection.writer().transport();
      Task<Long> sending = createTask(loop.sendfile(transport, file));
      await(Asyncio.sleep(Duration.ZERO));
      await(Asyncio.sleep(Duration.ZERO));
      note("nothing is read");
      assertThrows(IllegalStateException.class, () -> transport.write(new byte[1]));
      note("refused");
      transport.abort();
      try {
        Object sent = await(sending);
        note("sent " + sent);
      } catch (Exception lost) {
        assertInstanceOf(ConnectionResetException.class, lost);
        note("lost");
      }
      over.setResult(null);
    }
    return result();
  }
}
