package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.startServer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerTest extends IoStory {

  private static final String HOST = "127.0.0.1";

  /** Answers a line with itself, as long as there are lines. */
  @Async
  private static Coroutine<Void> echo(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer) {
      byte[] line = await(reader.readline());
      while (line.length > 0) {
        writer.write(line);
        line = await(reader.readline());
      }
    }
    return result();
  }

  @Async
  private static Coroutine<String> ask(Connection connection, String question) throws IOException {
    connection.writer().write(question + "\n");
    return result(await(connection.reader().readline(UTF_8)).strip());
  }

  @Test
  void server_servesWhenItIsTold() {
    run(() -> servesLater());
    expect("hello");
  }

  @Async
  private Coroutine<Void> servesLater() throws IOException {
    var options = ServerOptions.DEFAULT.withStartServing(false);
    try (var server = await(startServer(ServerTest::echo, HOST, 0, options))) {
      assertFalse(server.isServing());
      assertSame(getRunningLoop(), server.getLoop());
      assertEquals(1, server.sockets().size());
      await(server.startServing());
      assertTrue(server.isServing());
      await(server.startServing());
      try (var connection = await(openConnection(HOST, server.port()))) {
        note(await(ask(connection, "hello")));
      }
    }
    return result();
  }

  @Test
  void closedServer_servesNoMore() {
    run(() -> closed());
  }

  @Async
  private Coroutine<Void> closed() throws IOException {
    Server server = await(startServer(ServerTest::echo, HOST, 0));
    int port = server.port();
    server.close();
    server.close();
    assertFalse(server.isServing());
    assertEquals(List.of(), server.sockets());
    assertThrows(IllegalStateException.class, server::port);
    await(server.waitClosed());
    try {
      await(server.startServing());
    } catch (IllegalStateException closed) {
      assertTrue(closed.getMessage().endsWith("is closed"));
      note("refused");
    }
    try {
      await(server.serveForever());
    } catch (IllegalStateException closed) {
      note("refused");
    }
    // The socket is closed when the loop next polls.
    await(sleep(Duration.ofMillis(1)));
    try {
      await(openConnection(HOST, port));
    } catch (ConnectException nobody) {
      note("nobody");
    }
    expect("refused", "refused", "nobody");
    return result();
  }

  @Test
  void cancelledServeForever_closesTheServer() {
    run(() -> serveForever());
    expect("1", "cancelled", "closed");
  }

  @Async
  private Coroutine<Void> serveForever() throws IOException {
    var options = ServerOptions.DEFAULT.withStartServing(false);
    Future<Task<Void>> serving = getRunningLoop().createFuture();
    ConnectionHandler last =
        (reader, writer) -> {
          await(reader.readline());
          await(serving).cancel();
          writer.write("1\n");
          writer.close();
          await(writer.waitClosed());
          return result();
        };
    Server server = await(startServer(last, HOST, 0, options));
    Task<Void> task = createTask(server.serveForever());
    serving.setResult(task);
    await(sleep(Duration.ZERO));
    assertTrue(server.isServing());
    try {
      await(server.serveForever());
    } catch (IllegalStateException twice) {
      assertTrue(twice.getMessage().endsWith("is already being awaited on serveForever()"));
    }
    try (var connection = await(openConnection(HOST, server.port()))) {
      note(await(ask(connection, "x".repeat(5000))));
    }
    try {
      await(task);
    } catch (CancelledError cancelled) {
      note("cancelled");
    }
    assertFalse(server.isServing());
    assertEquals(0, server.connections());
    note("closed");
    return result();
  }

  @Test
  void closeDuringServeForever_cancelsIt() {
    run(() -> closeDuring());
    expect("cancelled");
  }

  @Async
  private Coroutine<Void> closeDuring() throws IOException {
    Server server = await(startServer(ServerTest::echo, HOST, 0));
    Task<Void> task = createTask(server.serveForever());
    await(sleep(Duration.ZERO));
    server.close();
    try {
      await(task);
    } catch (CancelledError cancelled) {
      note("cancelled");
    }
    return result();
  }

  @Test
  void waitClosed_waitsForTheLastConnection() {
    run(() -> graceful());
    expect("still here", "waited");
  }

  @Async
  private Coroutine<Void> graceful() throws IOException {
    Server server = await(startServer(ServerTest::echo, HOST, 0));
    Connection connection = await(openConnection(HOST, server.port()));
    await(ask(connection, "hello"));
    assertEquals(1, server.connections());
    server.close();
    Task<Void> waiting = createTask(server.waitClosed());
    note(await(ask(connection, "still here")));
    assertFalse(waiting.done());
    connection.writer().close();
    await(waiting);
    note("waited");
    return result();
  }

  @Test
  void closeClients_endsAllConnections() {
    run(() -> closeClients());
    expect("", "");
  }

  @Async
  private Coroutine<Void> closeClients() throws IOException {
    try (var server = await(startServer(ServerTest::echo, HOST, 0));
        var first = await(openConnection(HOST, server.port()));
        var second = await(openConnection(HOST, server.port()))) {
      await(ask(first, "hello"));
      await(ask(second, "hello"));
      assertEquals(2, server.connections());
      server.closeClients();
      note(await(first.reader().readline(UTF_8)));
      note(await(second.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void fullServer_letsTheNextConnectionWait() {
    run(() -> maxConnections());
    expect("one", "two waits", "two");
  }

  @Async
  private Coroutine<Void> maxConnections() throws IOException {
    var options = ServerOptions.DEFAULT.withMaxConnections(1);
    try (var server = await(startServer(ServerTest::echo, HOST, 0, options));
        var second = await(openSecond(server))) {
      note(await(second.reader().readline(UTF_8)).strip());
    }
    return result();
  }

  @Async
  private Coroutine<Connection> openSecond(Server server) throws IOException {
    try (var first = await(openConnection(HOST, server.port()))) {
      note(await(ask(first, "one")));
      Connection second = await(openConnection(HOST, server.port()));
      second.writer().write("two\n");
      for (int turns = 0; turns < 20; turns++) {
        await(sleep(Duration.ZERO));
      }
      assertEquals(1, server.connections());
      note("two waits");
      return result(second);
    }
  }

  @Test
  void options_areChecked() {
    assertThrows(IllegalArgumentException.class, () -> ServerOptions.DEFAULT.withLimit(0));
    assertThrows(IllegalArgumentException.class, () -> ServerOptions.DEFAULT.withBacklog(0));
    assertThrows(IllegalArgumentException.class, () -> ServerOptions.DEFAULT.withMaxConnections(0));
    assertThrows(IllegalArgumentException.class, () -> ConnectOptions.DEFAULT.withLimit(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> TlsOptions.DEFAULT.withHandshakeTimeout(Duration.ZERO));
  }

  @Test
  void serverWithoutAHost_listensOnAllAddresses_andIpv6IsOne() {
    run(() -> hosts());
  }

  @Async
  private Coroutine<Void> hosts() throws IOException {
    for (String host : new String[] {null, ""}) {
      try (var server = await(startServer(ServerTest::echo, host, 0))) {
        for (InetSocketAddress address : addresses(server)) {
          assertTrue(address.getAddress().isAnyLocalAddress(), address.toString());
        }
      }
    }
    try (var server = await(startServer(ServerTest::echo, "::1", 0));
        var client = await(openConnection("::1", server.port()))) {
      client.writer().write("six\n");
      assertEquals("six\n", await(client.reader().readline(UTF_8)));
    }
    return result();
  }

  private static List<InetSocketAddress> addresses(Server server) {
    return server.sockets().stream().map(InetSocketAddress.class::cast).toList();
  }

  @Test
  void channelOfAnotherKind_isRefused() throws IOException {
    try (DatagramChannel datagrams = DatagramChannel.open()) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> run(() -> serverOn(datagrams)));
      assertTrue(refused.getMessage().endsWith("use a ServerSocketChannel"), refused.toString());
    }
  }

  @Async
  private static Coroutine<Void> serverOn(DatagramChannel channel) throws IOException {
    Object unused =
        await(
            getRunningLoop().createServer(() -> new Protocol() {}, channel, ServerOptions.DEFAULT));
    return result();
  }

  @Test
  void reusedPort_isShared() {
    run(() -> sharedPort());
  }

  @Async
  private Coroutine<Void> sharedPort() throws IOException {
    var options = ServerOptions.DEFAULT.withReusePort(true).withReuseAddress(true).withBacklog(5);
    try (var one = await(startServer(ServerTest::echo, HOST, 0, options));
        var two = await(startServer(ServerTest::echo, HOST, one.port(), options))) {
      assertEquals(one.port(), two.port());
    }
    return result();
  }

  @Test
  void longLine_failsTheHandlerOnly() {
    run(() -> longLine());
    expectReports("Unhandled exception in client_connected_cb");
    expect("", "fine");
  }

  @Async
  private Coroutine<Void> longLine() throws IOException {
    var options = ServerOptions.DEFAULT.withLimit(10);
    try (var server = await(startServer(ServerTest::echo, HOST, 0, options));
        var good = await(openConnection(HOST, server.port()));
        var bad = await(openConnection(HOST, server.port()))) {
      note(await(ask(bad, "x".repeat(100))));
      note(await(ask(good, "fine")));
    }
    return result();
  }
}
