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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsTest extends IoStory {

  @TempDir Path directory;

  private static final String HOST = "127.0.0.1";

  @Async
  private static Coroutine<Void> echo(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer) {
      byte[] data = await(reader.read(1000));
      while (data.length > 0) {
        writer.write(data);
        await(writer.drain());
        data = await(reader.read(1000));
      }
    }
    return result();
  }

  // Both ends

  @Test
  void echoServer_answersUntilTheClientHasFinished() {
    run(() -> echoes(startServer(StreamsTest::echo, HOST, 0)));
    expect("one\n", "two\n", "");
  }

  @Async
  private Coroutine<Void> echoes(Coroutine<Server> starting) throws IOException {
    try (var server = await(starting);
        var connection = await(openConnection(HOST, server.port()))) {
      var reader = connection.reader();
      var writer = connection.writer();
      writer.write("one\n");
      note(await(reader.readline(UTF_8)));
      writer.write("two\n");
      note(await(reader.readline(UTF_8)));
      assertTrue(writer.canWriteEof());
      writer.writeEof();
      note(await(reader.readline(UTF_8)));
      assertTrue(reader.atEof());
    }
    return result();
  }

  @Test
  void localhost_isServedOnAllItsAddresses() {
    run(() -> local());
    expect("hello\n");
  }

  @Async
  private Coroutine<Void> local() throws IOException {
    try (var server = await(startServer(StreamsTest::echo, "localhost", 0));
        var connection = await(openConnection("localhost", server.port()))) {
      connection.writer().write("hello\n");
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void unixSocket_servesAsTcpDoes() {
    run(() -> unix(directory.resolve("socket")));
    expect("hello\n");
  }

  @Test
  void unixSocketOfAnEarlierServer_isReplaced_andNothingElse() throws IOException {
    Path path = directory.resolve("socket");
    run(() -> unix(path));
    assertTrue(Files.exists(path));
    run(() -> unix(path));
    expect("hello\n", "hello\n");
    Path file = Files.writeString(directory.resolve("file"), "precious");
    BindException inUse = assertThrows(BindException.class, () -> run(() -> unix(file)));
    assertTrue(inUse.getMessage().contains("Address already in use"), inUse.getMessage());
    assertEquals("precious", Files.readString(file));
  }

  @Async
  private Coroutine<Void> unix(Path path) throws IOException {
    try (var server = await(startUnixServer(StreamsTest::echo, path));
        var connection = await(openUnixConnection(path))) {
      assertThrows(IllegalStateException.class, server::port);
      connection.writer().write("hello\n");
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void allWhoDrain_goOnWhenWritingGoesOn() {
    run(() -> manyDrain());
    expect("all wait", "all went on");
  }

  @Async
  private Coroutine<Void> manyDrain() {
    StreamProtocol protocol = new StreamProtocol(getRunningLoop(), new StreamReader(), null);
    protocol.pauseWriting();
    List<Task<Void>> draining = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      draining.add(createTask(drained(protocol)));
    }
    await(sleep(Duration.ZERO));
    note(draining.stream().noneMatch(Task::done) ? "all wait" : "some went on");
    protocol.resumeWriting();
    for (Task<Void> one : draining) {
      await(one);
    }
    note("all went on");
    return result();
  }

  @Async
  private static Coroutine<Void> drained(StreamProtocol protocol) {
    await(protocol.drained());
    return result();
  }

  @Test
  void closingWithUnreadData_isWaitedFor() {
    run(() -> unread());
    expect("one\n", "closed");
  }

  @Async
  private Coroutine<Void> unread() throws IOException {
    ConnectionHandler talker =
        (reader, writer) -> {
          try (writer) {
            writer.write("one\ntwo\n");
            await(reader.read());
          }
          return result();
        };
    try (var server = await(startServer(talker, HOST, 0))) {
      var connection = await(openConnection(HOST, server.port()));
      note(await(connection.reader().readline(UTF_8)));
      connection.writer().close();
      await(connection.writer().waitClosed());
      note("closed");
    }
    return result();
  }

  @Test
  void asyncLambda_servesAConnection() {
    run(() -> greeted());
    expect("hello /127.0.0.1\n");
  }

  @Async
  private Coroutine<Void> greeted() throws IOException {
    ConnectionHandler greeter =
        (reader, writer) -> {
          try (writer) {
            var peer = (InetSocketAddress) writer.getExtraInfo("peername");
            writer.write("hello " + peer.getAddress() + "\n");
            await(writer.drain());
          }
          return result();
        };
    try (var server = await(startServer(greeter, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void megabytesBothWays_comeThroughUnchanged() {
    assertEquals(8_000_000, run(() -> megabytes()));
  }

  @Async
  private Coroutine<Integer> megabytes() throws IOException {
    byte[] sent = new byte[8_000_000];
    new Random(7).nextBytes(sent);
    try (var server = await(startServer(StreamsTest::echo, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      Task<Void> writing = createTask(writeAll(connection.writer(), sent));
      byte[] received = await(connection.reader().readexactly(sent.length));
      await(writing);
      assertTrue(Arrays.equals(sent, received));
      return result(received.length);
    }
  }

  @Async
  private static Coroutine<Void> writeAll(StreamWriter writer, byte[] data) throws IOException {
    for (int from = 0; from < data.length; from += 100_000) {
      writer.write(data, from, Math.min(100_000, data.length - from));
      await(writer.drain());
    }
    return result();
  }

  @Test
  void writesOfOneTurn_arriveInOrder() {
    run(() -> manyWrites());
    expect("01234567" + "x".repeat(20_000) + "89\n");
  }

  @Async
  private Coroutine<Void> manyWrites() throws IOException {
    try (var server = await(startServer(StreamsTest::echo, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      var writer = connection.writer();
      for (int i = 0; i < 8; i++) {
        writer.write("" + i);
      }
      writer.write("x".repeat(20_000));
      writer.writelines(java.util.List.of("8".getBytes(UTF_8), "9\n".getBytes(UTF_8)));
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  // Flow control

  @Test
  void slowReader_stopsAFastWriter() {
    run(() -> slowReader());
    expect("writer waits", "writer goes on");
  }

  @Async
  private Coroutine<Void> slowReader() throws IOException {
    Future<StreamReader> served = Asyncio.getRunningLoop().createFuture();
    ConnectionHandler keep =
        (reader, writer) -> {
          served.setResult(reader);
          return result();
        };
    try (var server = await(startServer(keep, HOST, 0))) {
      var connection = await(openConnection(HOST, server.port()));
      var writer = connection.writer();
      StreamReader slow = await(served);
      int written = 0;
      Task<Void> draining = null;
      while (draining == null || draining.done()) {
        writer.write(new byte[100_000]);
        written += 100_000;
        draining = createTask(writer.drain());
        await(Asyncio.sleep(Duration.ZERO));
      }
      note("writer waits");
      assertTrue(writer.transport().getWriteBufferSize() > 64 * 1024);
      byte[] all = await(slow.readexactly(written));
      await(draining);
      note("writer goes on");
      assertEquals(written, all.length);
      writer.transport().abort();
      server.abortClients();
    }
    return result();
  }

  // Failures

  @Test
  void nobodyListens_isAConnectException() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    ConnectException refused =
        assertThrows(ConnectException.class, () -> run(() -> open(HOST, port)));
    assertEquals(
        "Connect call failed /127.0.0.1:" + port + ": Connection refused", refused.getMessage());
  }

  @Test
  void unixSocketThatIsMissing_isNamed() {
    Path missing = directory.resolve("none");
    SocketException failure =
        assertThrows(SocketException.class, () -> run(() -> Asyncio.openUnixConnection(missing)));
    assertTrue(
        failure.getMessage().startsWith("Connect call failed " + missing), failure.getMessage());
  }

  @Test
  void numbersThatAreNoAddress_areNamesToBeLookedUp() {
    assertTrue(Resolver.isLiteral("127.0.0.1"));
    assertTrue(Resolver.isLiteral("255.249.100.19"));
    assertTrue(Resolver.isLiteral("::1"));
    for (String name : List.of("", "1.2.3", "1.2.3.4.", "1.2.3.256", "1.2.3.4.5", "example.org")) {
      assertFalse(Resolver.isLiteral(name), name);
    }
  }

  @Test
  void unknownHost_isAnUnknownHostException() {
    assertThrows(UnknownHostException.class, () -> run(() -> open("no-such-host.invalid", 80)));
  }

  @Test
  void portOutOfRange_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> run(() -> open(HOST, 65536)));
    assertThrows(IllegalArgumentException.class, () -> run(() -> open(HOST, -1)));
  }

  @Async
  private static Coroutine<Void> open(String host, int port) throws IOException {
    try (var connection = await(openConnection(host, port))) {
      connection.writer().writeEof();
    }
    return result();
  }

  @Test
  void portInUse_isABindException() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      int port = socket.getLocalPort();
      BindException inUse =
          assertThrows(
              BindException.class, () -> run(() -> startServer(StreamsTest::echo, HOST, port)));
      assertEquals(
          "error while attempting to bind on address /127.0.0.1:"
              + port
              + ": Address already in use",
          inUse.getMessage());
    }
  }

  @Test
  void peerThatResets_failsTheReadThatWaits() throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      run(() -> resetWhileReading(server));
    }
    expect("read: ConnectionResetException", "read again: ConnectionResetException", "drained: no");
    expectReports();
  }

  @Async
  @SuppressWarnings("BlockingCall") // the client has connected already
  private Coroutine<Void> resetWhileReading(ServerSocket server) throws Exception {
    var connection = await(openConnection("localhost", server.getLocalPort()));
    var reader = connection.reader();
    Task<byte[]> reading = createTask(reader.readline());
    await(Asyncio.sleep(Duration.ZERO));
    try (Socket peer = server.accept()) {
      peer.setSoLinger(true, 0);
    }
    try {
      await(reading);
    } catch (Exception failure) {
      note("read: " + failure.getClass().getSimpleName());
    }
    try {
      await(reader.read(1));
    } catch (IOException failure) {
      note("read again: " + failure.getClass().getSimpleName());
    }
    try {
      await(connection.writer().drain());
    } catch (ConnectionResetException failure) {
      note("drained: no");
    }
    return result();
  }

  @Test
  void writingToAPeerThatHasLeft_failsInDrain() throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      assertThrows(ConnectionResetException.class, () -> run(() -> writeForEver(server)));
    }
    expectReports();
  }

  @Async
  @SuppressWarnings("BlockingCall") // the client has connected already
  private Coroutine<Void> writeForEver(ServerSocket server) throws IOException {
    var connection = await(openConnection("localhost", server.getLocalPort()));
    server.accept().close();
    while (true) {
      connection.writer().write("foo\n");
      await(connection.writer().drain());
      await(Asyncio.sleep(Duration.ZERO));
    }
  }

  @Test
  void writingAfterClose_failsInDrain() {
    assertThrows(ConnectionResetException.class, () -> run(() -> writeAfterClose()));
    expectReports();
  }

  @Async
  private Coroutine<Void> writeAfterClose() throws IOException {
    try (var server = await(startServer(StreamsTest::echo, HOST, 0))) {
      var connection = await(openConnection(HOST, server.port()));
      var writer = connection.writer();
      writer.close();
      assertTrue(writer.isClosing());
      writer.write("data");
      await(writer.drain());
      return result();
    }
  }

  @Test
  void writingAfterWriteEof_isRefused() {
    run(() -> writeAfterEof());
  }

  @Async
  private Coroutine<Void> writeAfterEof() throws IOException {
    try (var server = await(startServer(StreamsTest::echo, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      connection.writer().writeEof();
      assertThrows(IllegalStateException.class, () -> connection.writer().write("data"));
      assertThrows(
          IndexOutOfBoundsException.class, () -> connection.writer().write(new byte[3], 2, 2));
    }
    return result();
  }

  @Test
  void closedWriter_endsItsReader() {
    run(() -> closeAndRead());
    expectReports();
  }

  @Async
  private Coroutine<Void> closeAndRead() throws IOException {
    try (var server = await(startServer(StreamsTest::echo, HOST, 0))) {
      var connection = await(openConnection(HOST, server.port()));
      assertFalse(connection.writer().isClosing());
      connection.writer().close();
      await(connection.writer().waitClosed());
      assertTrue(connection.reader().atEof());
      assertEquals(0, await(connection.reader().read()).length);
    }
    return result();
  }

  @Test
  void blockThatFails_closesTheConnectionAndKeepsItsFailure() {
    IOException failure = assertThrows(IOException.class, () -> run(() -> failInBlock()));
    assertEquals("mine", failure.getMessage());
    assertEquals(0, failure.getSuppressed().length);
  }

  @Async
  private Coroutine<Void> failInBlock() throws IOException {
    try (var server = await(startServer(StreamsTest::echo, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      connection.writer().write("x");
      throw new IOException("mine");
    }
  }

  @Test
  void handlerThatFails_isReportedAndItsConnectionClosed() {
    run(() -> failingHandler());
    expectReports("Unhandled exception in client_connected_cb");
    assertInstanceOf(ArithmeticException.class, reports().get(0));
  }

  private java.util.List<Throwable> reports() {
    return seen;
  }

  private final java.util.List<Throwable> seen = new java.util.ArrayList<>();

  @Async
  private Coroutine<Void> failingHandler() throws IOException {
    ConnectionHandler failing =
        (reader, writer) -> {
          throw new ArithmeticException("test");
        };
    try (var server = await(startServer(failing, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      assertEquals(0, await(connection.reader().read()).length);
      reports.forEach(report -> seen.add(report.exception()));
    }
    return result();
  }

  @Test
  void cancelledHandler_closesItsConnection() {
    run(() -> cancelledHandler());
    expectReports();
  }

  @Async
  private Coroutine<Void> cancelledHandler() throws IOException {
    ConnectionHandler cancelled =
        (reader, writer) -> {
          Asyncio.currentTask().cancel();
          await(reader.read());
          return result();
        };
    try (var server = await(startServer(cancelled, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      assertEquals(0, await(connection.reader().read()).length);
    }
    return result();
  }

  @Test
  void readWithTimeLimit_throwsAndLosesNothing() {
    run(() -> timeLimit());
    expect("timeout", "late\n");
  }

  @Async
  private Coroutine<Void> timeLimit() throws IOException {
    try (var server = await(startServer(StreamsTest::echo, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      try {
        await(Asyncio.waitFor(connection.reader().readline(), Duration.ofMillis(5)));
      } catch (AsyncTimeoutException late) {
        note("timeout");
      }
      connection.writer().write("late\n");
      note(await(connection.reader().readline(UTF_8)));
    }
    return result();
  }

  @Test
  void virtualTime_hasNoNetwork() {
    UnsupportedOperationException refused =
        assertThrows(UnsupportedOperationException.class, () -> VirtualLoop.run(open(HOST, 1)));
    assertTrue(refused.getMessage().startsWith("This loop has no input and output"));
  }
}
