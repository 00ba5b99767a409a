package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketCallsTest extends IoStory {

  @TempDir Path directory;

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private static ServerSocketChannel listening() throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open().bind(ANY_PORT);
    channel.configureBlocking(false);
    return channel;
  }

  private static SocketChannel socket() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    return channel;
  }

  private record Pair(SocketChannel client, SocketChannel server) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      client.close();
      server.close();
    }
  }

  /** Two ends of a connection. */
  @Async
  private static Coroutine<Pair> pair() throws IOException {
    EventLoop loop = getRunningLoop();
    try (ServerSocketChannel listening = listening()) {
      SocketChannel client = socket();
      Task<SocketChannel> accepting = createTask(loop.sockAccept(listening));
      await(loop.sockConnect(client, listening.getLocalAddress()));
      return result(new Pair(client, await(accepting)));
    }
  }

  // Connections

  @Test
  void connectAcceptSendReceive() {
    run(() -> echo());
    expect("hello", "wor", "ld", "end");
    expectReports();
  }

  @Async
  private Coroutine<Void> echo() throws IOException {
    EventLoop loop = getRunningLoop();
    try (Pair pair = await(pair())) {
      assertFalse(pair.server().isBlocking());
      Task<byte[]> waiting = createTask(loop.sockRecv(pair.server(), 100));
      await(sleep(Duration.ZERO));
      await(loop.sockSendall(pair.client(), "hello".getBytes(UTF_8)));
      note(new String(await(waiting), UTF_8));
      await(loop.sockSendall(pair.server(), "world".getBytes(UTF_8)));
      ByteBuffer three = ByteBuffer.allocate(3);
      assertEquals(3, await(loop.sockRecvInto(pair.client(), three)));
      assertEquals(0, await(loop.sockRecvInto(pair.client(), three)));
      note(UTF_8.decode(three.flip()).toString());
      note(new String(await(loop.sockRecv(pair.client(), 100)), UTF_8));
      pair.server().shutdownOutput();
      assertEquals(0, await(loop.sockRecv(pair.client(), 100)).length);
      note("end");
    }
    return result();
  }

  @Test
  void megabytes_waitForTheOtherEnd() {
    run(() -> megabytes());
  }

  @Async
  private Coroutine<Void> megabytes() throws IOException {
    EventLoop loop = getRunningLoop();
    byte[] data = new byte[5_000_000];
    new Random(3).nextBytes(data);
    try (Pair pair = await(pair())) {
      Task<Void> sending = createTask(loop.sockSendall(pair.client(), data));
      ByteBuffer all = ByteBuffer.allocate(data.length);
      while (all.hasRemaining()) {
        assertTrue(await(loop.sockRecvInto(pair.server(), all)) > 0);
      }
      await(sending);
      assertArrayEquals(data, all.array());
    }
    return result();
  }

  @Test
  void nobodyListens_isAConnectException() throws IOException {
    InetSocketAddress free;
    try (ServerSocketChannel listening = listening()) {
      free = (InetSocketAddress) listening.getLocalAddress();
    }
    ConnectException refused =
        assertThrows(ConnectException.class, () -> run(() -> connect(socket(), free)));
    assertEquals("Connect call failed " + free + ": Connection refused", refused.getMessage());
  }

  private static Coroutine<Void> connect(SocketChannel channel, InetSocketAddress address)
      throws IOException {
    return getRunningLoop().sockConnect(channel, address);
  }

  @Test
  void cancelledReceive_leavesTheChannelToTheProgram() {
    run(() -> cancelledReceive());
    expect("cancelled", "late");
  }

  @Async
  private Coroutine<Void> cancelledReceive() throws IOException {
    EventLoop loop = getRunningLoop();
    try (Pair pair = await(pair())) {
      Task<byte[]> waiting = createTask(loop.sockRecv(pair.server(), 100));
      await(sleep(Duration.ZERO));
      waiting.cancel();
      try {
        await(waiting);
      } catch (CancelledError cancelled) {
        note("cancelled");
      }
      assertFalse(loop.removeReader(pair.server()));
      // Nobody watches it any more, so it may block.
      pair.server().configureBlocking(true);
      pair.server().configureBlocking(false);
      await(loop.sockSendall(pair.client(), "late".getBytes(UTF_8)));
      note(new String(await(loop.sockRecv(pair.server(), 100)), UTF_8));
    }
    return result();
  }

  // Callbacks

  @Test
  void reader_isCalledAsLongAsThereIsSomethingToRead() {
    run(() -> reader());
    expect("read 0", "read 1", "other", "true", "false");
  }

  @Async
  private Coroutine<Void> reader() throws IOException {
    EventLoop loop = getRunningLoop();
    Pipe pipe = Pipe.open();
    pipe.source().configureBlocking(false);
    Future<Void> twice = loop.createFuture();
    int[] calls = {0};
    loop.addReader(
        pipe.source(),
        () -> {
          if (calls[0] < 2) {
            note("read " + calls[0]++);
          } else if (!twice.done()) {
            twice.setResult(null);
          }
        });
    int unused = pipe.sink().write(ByteBuffer.wrap(new byte[] {7}));
    await(twice);
    Future<Void> replaced = loop.createFuture();
    loop.addReader(
        pipe.source(),
        () -> {
          note("other");
          note("" + loop.removeReader(pipe.source()));
          replaced.setResult(null);
        });
    await(replaced);
    note("" + loop.removeReader(pipe.source()));
    return result();
  }

  @Test
  void readerAndWriter_areIndependent() {
    run(() -> readerAndWriter());
    expect("may write", "may read");
  }

  @Async
  private Coroutine<Void> readerAndWriter() throws IOException {
    EventLoop loop = getRunningLoop();
    try (Pair pair = await(pair())) {
      Future<Void> read = loop.createFuture();
      Future<Void> written = loop.createFuture();
      loop.addReader(
          pair.client(),
          () -> {
            note("may read");
            loop.removeReader(pair.client());
            read.setResult(null);
          });
      loop.addWriter(
          pair.client(),
          () -> {
            note("may write");
            loop.removeWriter(pair.client());
            written.setResult(null);
          });
      await(written);
      await(loop.sockSendall(pair.server(), new byte[1]));
      await(read);
    }
    return result();
  }

  @Test
  void channelsThatCannotBeWatched_areRefused() {
    run(() -> refused());
    expectReports();
  }

  @Async
  private Coroutine<Void> refused() throws IOException {
    EventLoop loop = getRunningLoop();
    SocketChannel blocking = SocketChannel.open();
    assertThrows(IllegalArgumentException.class, () -> loop.addReader(blocking, () -> {}));
    blocking.close();
    SocketChannel closed = socket();
    closed.close();
    assertThrows(ClosedChannelException.class, () -> loop.addReader(closed, () -> {}));
    try (Pair pair = await(pair())) {
      var transport =
          await(
              loop.createConnection(
                  () -> new Protocol() {}, pair.client(), ConnectOptions.DEFAULT));
      assertThrows(IllegalStateException.class, () -> loop.addReader(pair.client(), () -> {}));
      transport.transport().abort();
    }
    return result();
  }

  @Test
  void cancelledAccept_leavesTheChannelToTheProgram() {
    run(() -> cancelledAccept());
    expect("cancelled", "refused");
  }

  @Async
  private Coroutine<Void> cancelledAccept() throws IOException {
    EventLoop loop = getRunningLoop();
    SocketAddress address;
    try (ServerSocketChannel listening = listening()) {
      address = listening.getLocalAddress();
      Task<SocketChannel> accepting = createTask(loop.sockAccept(listening));
      await(sleep(Duration.ZERO));
      accepting.cancel();
      try {
        await(accepting);
      } catch (CancelledError cancelled) {
        note("cancelled");
      }
    }
    try (SocketChannel client = socket()) {
      await(loop.sockConnect(client, address));
    } catch (ConnectException refused) {
      note("refused");
    }
    return result();
  }

  @Test
  void unixSocket_worksAsTcpDoes() {
    run(() -> overUnix());
    expect("hello");
  }

  @Async
  private Coroutine<Void> overUnix() throws IOException {
    EventLoop loop = getRunningLoop();
    var address = UnixDomainSocketAddress.of(directory.resolve("socket"));
    try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      listening.bind(address).configureBlocking(false);
      client.configureBlocking(false);
      Task<SocketChannel> accepting = createTask(loop.sockAccept(listening));
      await(loop.sockConnect(client, address));
      try (SocketChannel server = await(accepting)) {
        await(loop.sockSendall(client, "hello".getBytes(UTF_8)));
        note(new String(await(loop.sockRecv(server, 100)), UTF_8));
      }
    }
    return result();
  }

  // Messages

  @Test
  void messages_areSentAndReceived() {
    run(() -> messages());
    expect("hello", "hel", ">hello");
  }

  @Async
  private Coroutine<Void> messages() throws IOException {
    EventLoop loop = getRunningLoop();
    try (DatagramChannel one = DatagramChannel.open().bind(ANY_PORT);
        DatagramChannel other = DatagramChannel.open().bind(ANY_PORT)) {
      one.configureBlocking(false);
      other.configureBlocking(false);
      Task<Datagram> waiting = createTask(loop.sockRecvfrom(other, 100));
      await(sleep(Duration.ZERO));
      ByteBuffer hello = UTF_8.encode("hello");
      assertEquals(5, await(loop.sockSendto(one, hello, other.getLocalAddress())));
      note(new String(await(waiting).data(), UTF_8));
      assertEquals(one.getLocalAddress(), await(waiting).address());
      assertEquals(5, await(loop.sockSendto(one, hello.flip(), other.getLocalAddress())));
      note(new String(await(loop.sockRecvfrom(other, 3)).data(), UTF_8));
      ByteBuffer buffer = ByteBuffer.allocate(10);
      Task<SocketAddress> into = createTask(loop.sockRecvfromInto(other, buffer.put((byte) '>')));
      assertEquals(5, await(loop.sockSendto(one, hello.flip(), other.getLocalAddress())));
      assertEquals(one.getLocalAddress(), await(into));
      note(UTF_8.decode(buffer.flip()).toString());
    }
    return result();
  }

  // Files

  @Test
  void fileIsSent_wholeAndInPart() throws IOException {
    byte[] content = new byte[3_000_000];
    new Random(5).nextBytes(content);
    Path path = Files.write(directory.resolve("file"), content);
    run(() -> sendsFile(path, content));
  }

  @Async
  private Coroutine<Void> sendsFile(Path path, byte[] content) throws IOException {
    EventLoop loop = getRunningLoop();
    try (Pair pair = await(pair());
        FileChannel file = FileChannel.open(path)) {
      Task<Long> sending = createTask(loop.sockSendfile(pair.client(), file, 10, Long.MAX_VALUE));
      ByteBuffer all = ByteBuffer.allocate(content.length - 10);
      while (all.hasRemaining()) {
        assertTrue(await(loop.sockRecvInto(pair.server(), all)) > 0);
      }
      assertEquals(content.length - 10, await(sending));
      assertArrayEquals(Arrays.copyOfRange(content, 10, content.length), all.array());
      assertEquals(3, await(loop.sockSendfile(pair.client(), file, 5, 3)));
      assertEquals(0, await(loop.sockSendfile(pair.client(), file, content.length, 3)));
      assertEquals(0, file.position());
      assertThrows(IllegalArgumentException.class, () -> new FilePart(file, -1, 3));
      assertThrows(IllegalArgumentException.class, () -> new FilePart(file, 0, 0));
    }
    return result();
  }

  @Test
  void fileOverABlockingChannel_isRefused() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "text");
    run(() -> sendsOverBlocking(path));
    expect("the socket must be non-blocking: call channel.configureBlocking(false) first");
  }

  @Async
  private Coroutine<Void> sendsOverBlocking(Path path) throws IOException {
    try (SocketChannel blocking = SocketChannel.open();
        FileChannel file = FileChannel.open(path)) {
      await(getRunningLoop().sockSendfile(blocking, file, 0, 4));
    } catch (IllegalArgumentException refused) {
      note(refused.getMessage());
    }
    return result();
  }

  // Names

  @Test
  void names_areLookedUp() {
    run(() -> names());
  }

  @Async
  private Coroutine<Void> names() throws IOException {
    EventLoop loop = getRunningLoop();
    var found = await(loop.getaddrinfo("localhost", 80));
    assertTrue(found.stream().allMatch(a -> a.getAddress().isLoopbackAddress()), "" + found);
    assertEquals(80, found.get(0).getPort());
    assertFalse(await(loop.getnameinfo(found.get(0))).isEmpty());
    return result();
  }
}
