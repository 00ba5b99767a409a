package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.startServer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import io.jasyncio.spi.StreamSocket;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransportTest extends IoStory {

  private static final String HOST = "127.0.0.1";

  /** Notes what it is told. */
  private class Told implements Protocol {

    final String name;
    final Future<Throwable> lost = getRunningLoop().createFuture();
    boolean keepsOpen;

    Told(String name) {
      this.name = name;
    }

    @Override
    public void connectionMade(Transport made) {
      note(name + " made");
    }

    @Override
    public void dataReceived(ByteBuffer data) {
      note(name + " data " + UTF_8.decode(data));
    }

    @Override
    public boolean eofReceived() {
      note(name + " eof");
      return keepsOpen;
    }

    @Override
    public void connectionLost(Throwable failure) {
      note(name + " lost" + (failure == null ? "" : " " + failure.getMessage()));
      lost.setResult(failure);
    }

    @Override
    public void pauseWriting() {
      note(name + " pause");
    }

    @Override
    public void resumeWriting() {
      note(name + " resume");
    }
  }

  private static Coroutine<Server> silent(ConnectionHandler handler) throws IOException {
    return startServer(handler, HOST, 0);
  }

  // Order of the callbacks

  @Test
  void protocol_isToldInOrder() {
    run(() -> order());
    expect("client made", "connected", "client data hello", "client eof", "client lost", "over");
  }

  @Async
  private Coroutine<Void> order() throws IOException {
    ConnectionHandler hello =
        (reader, writer) -> {
          writer.write("hello");
          await(reader.read(1));
          writer.close();
          return result();
        };
    try (var server = await(silent(hello))) {
      var loop = getRunningLoop();
      var client = await(loop.createConnection(() -> new Told("client"), HOST, server.port()));
      note("connected");
      assertSame(client.protocol(), client.transport().getProtocol());
      client.transport().write("x".getBytes(UTF_8));
      assertNull(await(client.protocol().lost));
      note("over");
      assertTrue(client.transport().isClosing());
      assertNull(client.transport().getProtocol());
    }
    return result();
  }

  @Test
  void eofThatIsKeptOpen_letsThisEndWrite() {
    run(() -> halfClosed());
    expect("client made", "client eof", "server got late", "client lost");
  }

  @Async
  private Coroutine<Void> halfClosed() throws IOException {
    Future<String> got = getRunningLoop().createFuture();
    ConnectionHandler half =
        (reader, writer) -> {
          writer.writeEof();
          got.setResult(new String(await(reader.read()), UTF_8));
          writer.close();
          return result();
        };
    try (var server = await(silent(half))) {
      var client = await(getRunningLoop().createConnection(() -> told(true), HOST, server.port()));
      while (!eventsEndWith("client eof")) {
        await(Asyncio.sleep(Duration.ZERO));
      }
      assertFalse(client.transport().isClosing());
      client.transport().write("late".getBytes(UTF_8));
      client.transport().writeEof();
      client.transport().writeEof();
      note("server got " + await(got));
      client.transport().close();
      client.transport().close();
      await(client.protocol().lost);
    }
    return result();
  }

  private Told told(boolean keepsOpen) {
    Told told = new Told("client");
    told.keepsOpen = keepsOpen;
    return told;
  }

  @Test
  void abort_dropsWhatIsNotSent() {
    run(() -> aborted());
    expect("client made", "aborted", "client lost");
  }

  @Async
  private Coroutine<Void> aborted() throws IOException {
    ConnectionHandler idle =
        (reader, writer) -> {
          try (writer) {
            await(reader.read());
          } catch (ConnectionResetException reset) {
            return result();
          }
          return result();
        };
    try (var server = await(silent(idle))) {
      var client =
          await(getRunningLoop().createConnection(() -> new Told("client"), HOST, server.port()));
      client.transport().write(new byte[100]);
      client.transport().abort();
      assertEquals(0, client.transport().getWriteBufferSize());
      note("aborted");
      assertNull(await(client.protocol().lost));
    }
    return result();
  }

  @Test
  void dataCallbackThatThrows_endsTheConnection() {
    run(() -> throwing());
    expect("client made", "client lost bad data");
    expectReports("Fatal error: protocol.dataReceived() call failed.");
  }

  @Async
  private Coroutine<Void> throwing() throws IOException {
    ConnectionHandler hello =
        (reader, writer) -> {
          try (writer) {
            writer.write("hello");
            await(reader.read());
          }
          return result();
        };
    try (var server = await(silent(hello))) {
      var client = await(getRunningLoop().createConnection(() -> thrower(), HOST, server.port()));
      assertEquals("bad data", await(client.protocol().lost).getMessage());
    }
    return result();
  }

  private Told thrower() {
    return new Told("client") {
      @Override
      public void dataReceived(ByteBuffer data) {
        throw new IllegalStateException("bad data");
      }
    };
  }

  @Test
  void connectionMadeThatThrows_isReportedAndTheConnectionGoesOn() {
    run(() -> madeThrows());
    expect("client data x");
    expectReports("Exception in TransportTest");
  }

  @Async
  private Coroutine<Void> madeThrows() throws IOException {
    ConnectionHandler hello =
        (reader, writer) -> {
          try (writer) {
            writer.write("x");
            await(reader.read());
          }
          return result();
        };
    try (var server = await(silent(hello))) {
      Future<Void> received = getRunningLoop().createFuture();
      var client =
          await(
              getRunningLoop()
                  .createConnection(() -> throwsWhenMade(received), HOST, server.port()));
      await(received);
      client.transport().close();
      reports.replaceAll(
          report ->
              new ErrorContext("Exception in TransportTest", report.exception(), report.details()));
    }
    return result();
  }

  private Protocol throwsWhenMade(Future<Void> received) {
    return new Protocol() {
      @Override
      public void connectionMade(Transport transport) {
        throw new IllegalStateException("not now");
      }

      @Override
      public void dataReceived(ByteBuffer data) {
        note("client data " + UTF_8.decode(data));
        received.setResult(null);
      }
    };
  }

  // Buffered protocols

  private final class Lender implements BufferedProtocol {

    final ByteBuffer buffer = ByteBuffer.allocate(4);
    final Future<Void> lost = getRunningLoop().createFuture();

    @Override
    public ByteBuffer getBuffer(int sizeHint) {
      return buffer.clear();
    }

    @Override
    public void bufferUpdated(int bytes) {
      note("got " + UTF_8.decode(buffer.flip()) + " " + bytes);
    }

    @Override
    public boolean eofReceived() {
      note("eof");
      return false;
    }

    @Override
    public void connectionLost(Throwable failure) {
      lost.setResult(null);
    }
  }

  @Test
  void bufferedProtocol_receivesIntoItsOwnBuffer() {
    run(() -> buffered());
    expect("got abcd 4", "got efgh 4", "got ij 2", "eof");
  }

  @Async
  private Coroutine<Void> buffered() throws IOException {
    ConnectionHandler letters =
        (reader, writer) -> {
          writer.write("abcdefghij");
          writer.close();
          return result();
        };
    try (var server = await(silent(letters))) {
      var client = await(getRunningLoop().createConnection(Lender::new, HOST, server.port()));
      await(client.protocol().lost);
    }
    return result();
  }

  @Test
  void emptyBuffer_endsTheConnection() {
    run(() -> emptyBuffer());
    expectReports("Fatal error: protocol.getBuffer() call failed.");
  }

  @Async
  private Coroutine<Void> emptyBuffer() throws IOException {
    Future<Throwable> lost = getRunningLoop().createFuture();
    ConnectionHandler letters =
        (reader, writer) -> {
          writer.write("abc");
          writer.close();
          return result();
        };
    try (var server = await(silent(letters))) {
      Object unused =
          await(getRunningLoop().createConnection(() -> lendsNothing(lost), HOST, server.port()));
      assertEquals("getBuffer() returned an empty buffer", await(lost).getMessage());
    }
    return result();
  }

  private static BufferedProtocol lendsNothing(Future<Throwable> lost) {
    return new BufferedProtocol() {
      @Override
      public ByteBuffer getBuffer(int sizeHint) {
        return ByteBuffer.allocate(0);
      }

      @Override
      public void bufferUpdated(int bytes) {}

      @Override
      public void connectionLost(Throwable failure) {
        lost.setResult(failure);
      }
    };
  }

  @Test
  void protocolOfAnotherKind_isRefused() {
    run(() -> otherKind());
  }

  @Async
  private Coroutine<Void> otherKind() throws IOException {
    ConnectionHandler closing =
        (reader, writer) -> {
          writer.close();
          return result();
        };
    try (var server = await(silent(closing))) {
      var client =
          await(getRunningLoop().createConnection(() -> new Told("client"), HOST, server.port()));
      BaseProtocol<Transport> other = new BaseProtocol<>() {};
      assertThrows(IllegalArgumentException.class, () -> client.transport().setProtocol(other));
      client.transport().close();
    }
    return result();
  }

  // Flow control

  @Test
  void marks_pauseAndResumeTheProtocol() {
    run(() -> marks());
    expect("client made", "client pause", "client resume", "client lost");
  }

  @Async
  private Coroutine<Void> marks() throws IOException {
    Future<StreamReader> served = getRunningLoop().createFuture();
    ConnectionHandler keep =
        (reader, writer) -> {
          served.setResult(reader);
          return result();
        };
    try (var server = await(silent(keep))) {
      var client =
          await(getRunningLoop().createConnection(() -> new Told("client"), HOST, server.port()));
      Transport transport = client.transport();
      assertEquals(new WriteBufferLimits(16 * 1024, 64 * 1024), transport.getWriteBufferLimits());
      transport.setWriteBufferLimits(100_000);
      assertEquals(new WriteBufferLimits(25_000, 100_000), transport.getWriteBufferLimits());
      assertThrows(IllegalArgumentException.class, () -> transport.setWriteBufferLimits(1, 2));
      assertThrows(IllegalArgumentException.class, () -> transport.setWriteBufferLimits(-1));
      int written = 0;
      while (transport.getWriteBufferSize() <= 100_000) {
        transport.write(new byte[50_000]);
        written += 50_000;
      }
      await(await(served).readexactly(written));
      assertEquals(0, transport.getWriteBufferSize());
      transport.close();
      await(client.protocol().lost);
      server.closeClients();
    }
    return result();
  }

  @Test
  void pausedReading_keepsDataOut() {
    run(() -> pausedReading());
    expect("client made", "paused", "client data hello", "client eof", "client lost");
  }

  @Async
  private Coroutine<Void> pausedReading() throws IOException {
    ConnectionHandler hello =
        (reader, writer) -> {
          await(reader.read(1));
          writer.write("hello");
          writer.close();
          await(writer.waitClosed());
          return result();
        };
    try (var server = await(silent(hello))) {
      var client =
          await(getRunningLoop().createConnection(() -> new Told("client"), HOST, server.port()));
      Transport transport = client.transport();
      assertTrue(transport.isReading());
      transport.pauseReading();
      transport.pauseReading();
      assertFalse(transport.isReading());
      transport.write("x".getBytes(UTF_8));
      while (server.connections() > 0) {
        await(Asyncio.sleep(Duration.ZERO));
      }
      note("paused");
      transport.resumeReading();
      transport.resumeReading();
      await(client.protocol().lost);
      transport.resumeReading();
      assertFalse(transport.isReading());
    }
    return result();
  }

  // Channels of the program

  @Test
  void channelOfTheProgram_becomesATransport() {
    run(() -> adopted());
    expect("client made", "client data hello", "client eof", "client lost");
  }

  @Async
  private Coroutine<Void> adopted() throws IOException {
    ConnectionHandler hello =
        (reader, writer) -> {
          writer.write("hello");
          writer.close();
          return result();
        };
    var loop = getRunningLoop();
    InetAddress here = InetAddress.getLoopbackAddress();
    var listening = ServerSocketChannel.open().bind(new InetSocketAddress(here, 0));
    int port = ((InetSocketAddress) listening.getLocalAddress()).getPort();
    try (var server =
        await(
            loop.createServer(
                Streams.servants(loop, hello, ServerOptions.DEFAULT),
                listening,
                ServerOptions.DEFAULT))) {
      assertEquals(port, server.port());
      SocketChannel channel = SocketChannel.open(new InetSocketAddress(here, port));
      var client =
          await(loop.createConnection(() -> new Told("client"), channel, ConnectOptions.DEFAULT));
      assertSame(channel, client.transport().getExtraInfo("socket"));
      assertEquals(new InetSocketAddress(here, port), client.transport().getExtraInfo("peername"));
      assertEquals("none", client.transport().getExtraInfo("nonsense", "none"));
      await(client.protocol().lost);
    }
    return result();
  }

  @Test
  void channelOfAnotherKind_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> run(() -> adoptPipe()));
  }

  @Async
  private Coroutine<Void> adoptPipe() throws IOException {
    Object unused =
        await(
            getRunningLoop()
                .createConnection(
                    () -> new Told("client"), Pipe.open().source(), ConnectOptions.DEFAULT));
    return result();
  }

  @Test
  void writeThatFailsUnforeseen_endsTheConnectionAndNotTheLoop() {
    run(() -> writeFails());
    expect("told made", "told lost broken", "the loop goes on");
    expectReports("Fatal write error on socket transport");
  }

  @Async
  private Coroutine<Void> writeFails() {
    SocketTransport transport = new SocketTransport(getRunningLoop(), brokenSocket(), null);
    Told told = new Told("told");
    Future<Void> made = getRunningLoop().createFuture();
    transport.start(told, made);
    await(made);
    // It is sent at the end of the turn, where no task gets what is thrown.
    transport.write("hello".getBytes(UTF_8));
    await(told.lost);
    note("the loop goes on");
    return result();
  }

  /** Fails to write, and does nothing else. */
  private static StreamSocket brokenSocket() {
    return (StreamSocket)
        Proxy.newProxyInstance(
            StreamSocket.class.getClassLoader(),
            new Class<?>[] {StreamSocket.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("write")) {
                throw new IllegalStateException("broken");
              }
              return null;
            });
  }

  @Test
  void foreignThread_isRefused() throws Exception {
    run(() -> foreignThread());
    expect("WrongLoopException");
  }

  @Async
  private Coroutine<Void> foreignThread() throws Exception {
    ConnectionHandler closing =
        (reader, writer) -> {
          writer.close();
          return result();
        };
    try (var server = await(silent(closing));
        var connection = await(openConnection(HOST, server.port()))) {
      try {
        await(Asyncio.toThread(() -> writeElsewhere(connection)));
      } catch (WrongLoopException refused) {
        note("WrongLoopException");
      }
    }
    return result();
  }

  private static Void writeElsewhere(Connection connection) {
    connection.writer().write("x");
    return null;
  }
}
