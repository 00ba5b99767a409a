package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.startServer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that drops after each number of bytes of an exchange, and what is told of it. */
class DroppedConnectionTest extends IoStory {

  private static final String HOST = "localhost";

  /** A line, then a number of bytes that a line announces. */
  private static final String EXCHANGE = "hello\n5\n12345";

  @TempDir static Path directory;

  private static SSLContext context;

  @BeforeAll
  static void makeCertificate() throws IOException, GeneralSecurityException {
    context = Certificates.selfSigned(directory, "dns:localhost").context();
  }

  /** What a client makes of the exchange. */
  @Async
  private static Coroutine<String> readAll(StreamReader reader) throws IOException {
    String greeting = await(reader.readline(UTF_8));
    if (!greeting.endsWith("\n")) {
      return result("greeting of " + greeting.length());
    }
    String size = await(reader.readline(UTF_8));
    if (!size.endsWith("\n")) {
      return result("size of " + size.length());
    }
    try {
      return result(new String(await(reader.readexactly(Integer.parseInt(size.strip()))), UTF_8));
    } catch (IncompleteReadException incomplete) {
      return result("%d of %d".formatted(incomplete.partial().length, incomplete.expected()));
    }
  }

  @Test
  void closedAfterEachByte_isToldByWhatIsMissing() {
    run(() -> closedAfterEachByte());
    expect(
        "greeting of 0",
        "greeting of 1",
        "greeting of 2",
        "greeting of 3",
        "greeting of 4",
        "greeting of 5",
        "size of 0",
        "size of 1",
        "0 of 5",
        "1 of 5",
        "2 of 5",
        "3 of 5",
        "4 of 5",
        "12345");
    expectReports();
  }

  @Async
  private Coroutine<Void> closedAfterEachByte() throws IOException {
    for (int length = 0; length <= EXCHANGE.length(); length++) {
      byte[] sent = EXCHANGE.substring(0, length).getBytes(UTF_8);
      ConnectionHandler cut =
          (reader, writer) -> {
            writer.write(sent);
            writer.close();
            return result();
          };
      try (var server = await(startServer(cut, HOST, 0));
          var connection = await(openConnection(HOST, server.port()))) {
        note(await(readAll(connection.reader())));
      }
    }
    return result();
  }

  @Test
  void resetAfterEachByte_isAConnectionReset() {
    run(() -> resetAfterEachByte());
    expectReports();
  }

  /** The reset may overtake the data: then what came before is lost, as TCP has it. */
  @Async
  private Coroutine<Void> resetAfterEachByte() throws IOException {
    for (int length = 0; length < EXCHANGE.length(); length++) {
      byte[] sent = EXCHANGE.substring(0, length).getBytes(UTF_8);
      ConnectionHandler cut =
          (reader, writer) -> {
            resetWhenClosed(writer);
            writer.write(sent);
            // A byte that is read before the reset comes: what was written has arrived.
            await(reader.readexactly(1));
            writer.transport().abort();
            return result();
          };
      try (var server = await(startServer(cut, HOST, 0))) {
        var connection = await(openConnection(HOST, server.port()));
        String outcome;
        try {
          connection.writer().write("x");
          outcome = await(readAll(connection.reader()));
        } catch (ConnectionResetException reset) {
          outcome = "reset";
        }
        assertEquals("reset", outcome, "after " + length);
        assertTrue(connection.writer().isClosing());
      }
    }
    return result();
  }

  @Test
  void tlsConnectionDroppedAfterEachByte_isToldAndNobodyElseIsDisturbed() {
    run(() -> tlsDropped());
    expectReports();
  }

  /**
   * Through a proxy that lets the first bytes of the server pass and then drops the connection:
   * somewhere in the handshake, or in the data.
   */
  @Async
  private Coroutine<Void> tlsDropped() throws IOException {
    ConnectionHandler exchange =
        (reader, writer) -> {
          writer.write(EXCHANGE);
          writer.close();
          return result();
        };
    List<String> outcomes = new ArrayList<>();
    var options = ServerOptions.DEFAULT.withSsl(context);
    try (var server = await(startServer(exchange, HOST, 0, options))) {
      for (int limit = 0; !outcomes.contains("12345"); limit += 7) {
        outcomes.add(await(through(server.port(), limit)));
      }
      await(server.startServing());
      assertEquals("12345", await(through(server.port(), Integer.MAX_VALUE)));
    }
    assertEquals("no handshake", outcomes.get(0));
    List<String> kinds =
        outcomes.stream().map(o -> o.replaceAll("[0-9]+", "n")).distinct().toList();
    assertTrue(
        List.of("no handshake", "greeting of n", "n").equals(kinds)
            || List.of("no handshake", "n").equals(kinds),
        "" + outcomes);
    return result();
  }

  @Async
  private Coroutine<String> through(int port, int limit) throws IOException {
    ConnectionHandler cutting =
        (reader, writer) -> {
          try (var onward = await(openConnection(HOST, port))) {
            Task<Void> up = Asyncio.createTask(copy(reader, onward.writer(), Integer.MAX_VALUE));
            await(copy(onward.reader(), writer, limit));
            up.cancel();
          }
          writer.close();
          return result();
        };
    try (var proxy = await(startServer(cutting, HOST, 0))) {
      Connection connection;
      try {
        connection =
            await(openConnection(HOST, proxy.port(), ConnectOptions.DEFAULT.withSsl(context)));
      } catch (ConnectionResetException dropped) {
        return result("no handshake");
      }
      try (connection) {
        return result(await(readAll(connection.reader())));
      }
    }
  }

  @Async
  private static Coroutine<Void> copy(StreamReader reader, StreamWriter writer, int limit)
      throws IOException {
    int left = limit;
    while (left > 0) {
      byte[] data = await(reader.read(Math.min(left, 10_000)));
      if (data.length == 0) {
        return result();
      }
      writer.write(data);
      left -= data.length;
    }
    return result();
  }

  @Test
  void clientDroppedAfterEachByte_endsItsHandlerOnly() {
    run(() -> clientsDrop());
    expectReports();
  }

  @Async
  private Coroutine<Void> clientsDrop() throws IOException {
    List<String> handled = new ArrayList<>();
    AsyncQueue<String> outcomes = new AsyncQueue<>();
    ConnectionHandler serving =
        (reader, writer) -> {
          try (writer) {
            outcomes.putNowait(await(readAll(reader)));
          } catch (ConnectionResetException reset) {
            outcomes.putNowait("reset");
          }
          return result();
        };
    try (var server = await(startServer(serving, HOST, 0));
        var witness = await(openConnection(HOST, server.port()))) {
      for (int length = 0; length < EXCHANGE.length(); length++) {
        SocketChannel client = SocketChannel.open();
        client.configureBlocking(false);
        EventLoop loop = getRunningLoop();
        await(loop.sockConnect(client, new InetSocketAddress(HOST, server.port())));
        await(loop.sockSendall(client, ByteBuffer.wrap(EXCHANGE.getBytes(UTF_8), 0, length)));
        client.close();
        handled.add(await(outcomes.get()));
      }
      witness.writer().write(EXCHANGE);
      handled.add(await(outcomes.get()));
    }
    assertEquals(EXCHANGE.length() + 1, handled.size());
    assertEquals("4 of 5", handled.get(handled.size() - 2));
    assertEquals("12345", handled.get(handled.size() - 1));
    return result();
  }

  @Test
  void serverThatClosesInTheBacklog_isAConnectionReset() throws IOException {
    try (ServerSocketChannel listening =
        ServerSocketChannel.open()
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      int port = ((InetSocketAddress) listening.getLocalAddress()).getPort();
      run(() -> backlog(listening, port));
      expect("reset");
    }
  }

  @Async
  private Coroutine<Void> backlog(ServerSocketChannel listening, int port) throws IOException {
    var connection = await(openConnection(HOST, port));
    listening.close();
    try {
      note(await(connection.reader().readline(UTF_8)));
    } catch (ConnectionResetException reset) {
      note("reset");
    }
    return result();
  }
}
