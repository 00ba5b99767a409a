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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Each story over the pipes that the loop waits for, and over streams of Java's. */
class PipeTest extends IoStory {

  private enum Kind {
    CHANNEL {
      @Override
      <P extends PipeProtocol> Coroutine<Endpoint<ReadTransport, P>> read(P protocol, Pipe pipe)
          throws IOException {
        return getRunningLoop().connectReadPipe(() -> protocol, pipe.source());
      }

      @Override
      <P extends BaseProtocol<WriteTransport>> Coroutine<Endpoint<WriteTransport, P>> write(
          P protocol, Pipe pipe) throws IOException {
        return getRunningLoop().connectWritePipe(() -> protocol, pipe.sink());
      }
    },
    STREAM {
      @Override
      <P extends PipeProtocol> Coroutine<Endpoint<ReadTransport, P>> read(P protocol, Pipe pipe)
          throws IOException {
        InputStream stream = Channels.newInputStream(pipe.source());
        return getRunningLoop().connectReadPipe(() -> protocol, stream);
      }

      @Override
      <P extends BaseProtocol<WriteTransport>> Coroutine<Endpoint<WriteTransport, P>> write(
          P protocol, Pipe pipe) throws IOException {
        OutputStream stream = Channels.newOutputStream(pipe.sink());
        return getRunningLoop().connectWritePipe(() -> protocol, stream);
      }
    };

    abstract <P extends PipeProtocol> Coroutine<Endpoint<ReadTransport, P>> read(
        P protocol, Pipe pipe) throws IOException;

    abstract <P extends BaseProtocol<WriteTransport>> Coroutine<Endpoint<WriteTransport, P>> write(
        P protocol, Pipe pipe) throws IOException;
  }

  private class Reads implements PipeProtocol {

    final Future<Throwable> lost = getRunningLoop().createFuture();

    @Override
    public void connectionMade(ReadTransport transport) {
      assertTrue(transport.isReading());
      assertNotNull(transport.getExtraInfo("pipe"));
      note("made");
    }

    @Override
    public void dataReceived(ByteBuffer data) {
      note(UTF_8.decode(data).toString());
    }

    @Override
    public void eofReceived() {
      note("eof");
    }

    @Override
    public void connectionLost(Throwable failure) {
      note("lost" + (failure == null ? "" : " " + failure.getMessage()));
      lost.setResult(failure);
    }
  }

  private class Writes implements BaseProtocol<WriteTransport> {

    final Future<Throwable> lost = getRunningLoop().createFuture();

    @Override
    public void connectionMade(WriteTransport transport) {
      assertNotNull(transport.getExtraInfo("pipe"));
      note("made");
    }

    @Override
    public void pauseWriting() {
      note("pause");
    }

    @Override
    public void resumeWriting() {
      note("resume");
    }

    @Override
    public void connectionLost(Throwable failure) {
      note("lost" + (failure == null ? "" : " " + failure.getClass().getSimpleName()));
      lost.setResult(failure);
    }
  }

  @FunctionalInterface
  private interface StoryOfAKind {
    @Async
    Coroutine<Void> tell(Kind kind) throws IOException;
  }

  /** Runs it over each kind of pipe, with the same events. */
  private void tell(StoryOfAKind story, String... expected) {
    for (Kind kind : Kind.values()) {
      run(() -> story.tell(kind));
      expect(expected);
      expectReports();
    }
  }

  private static void put(Pipe pipe, String text) throws IOException {
    assertEquals(text.length(), pipe.sink().write(ByteBuffer.wrap(text.getBytes(UTF_8))));
  }

  @Async
  private Coroutine<Void> until(String event) {
    while (!eventsEndWith(event)) {
      await(sleep(Duration.ZERO));
    }
    return result();
  }

  /** Long enough for a loop that would do something. */
  @Async
  private static Coroutine<Void> turns() {
    for (int i = 0; i < 20; i++) {
      await(sleep(Duration.ZERO));
    }
    return result();
  }

  // Reading

  @Test
  void readPipe_tellsItsProtocolInOrder() {
    tell(this::readInOrder, "made", "connected", "hello", "world", "eof", "lost", "over");
  }

  @Async
  private Coroutine<Void> readInOrder(Kind kind) throws IOException {
    Pipe pipe = Pipe.open();
    var end = await(kind.read(new Reads(), pipe));
    note("connected");
    put(pipe, "hello");
    await(until("hello"));
    put(pipe, "world");
    await(until("world"));
    pipe.sink().close();
    assertNull(await(end.protocol().lost));
    note("over");
    assertTrue(end.transport().isClosing());
    assertFalse(end.transport().isReading());
    await(closed(pipe.source()));
    return result();
  }

  @Async
  private static Coroutine<Void> closed(Channel channel) {
    while (channel.isOpen()) {
      await(sleep(Duration.ZERO));
    }
    return result();
  }

  @Test
  void pausedPipe_keepsItsDataAndItsEnd() {
    tell(this::paused, "made", "paused", "resumed", "one", "eof", "lost");
  }

  @Async
  private Coroutine<Void> paused(Kind kind) throws IOException {
    Pipe pipe = Pipe.open();
    var end = await(kind.read(new Reads(), pipe));
    ReadTransport transport = end.transport();
    transport.resumeReading();
    transport.pauseReading();
    transport.pauseReading();
    assertFalse(transport.isReading());
    note("paused");
    put(pipe, "one");
    pipe.sink().close();
    await(turns());
    note("resumed");
    transport.resumeReading();
    assertTrue(transport.isReading());
    assertNull(await(end.protocol().lost));
    transport.pauseReading();
    transport.resumeReading();
    assertFalse(transport.isReading());
    return result();
  }

  @Test
  void closedReadPipe_hearsNothingMore() {
    tell(this::closedWhileReading, "made", "one", "lost");
  }

  @Async
  private Coroutine<Void> closedWhileReading(Kind kind) throws IOException {
    Pipe pipe = Pipe.open();
    var end = await(kind.read(new Reads(), pipe));
    put(pipe, "one");
    await(until("one"));
    end.transport().close();
    end.transport().close();
    assertTrue(end.transport().isClosing());
    put(pipe, "two");
    assertNull(await(end.protocol().lost));
    await(closed(pipe.source()));
    return result();
  }

  @Test
  void pipeThatIsClosedWhilePaused_isLetGo() {
    tell(this::closedWhilePaused, "made", "lost");
  }

  @Async
  private Coroutine<Void> closedWhilePaused(Kind kind) throws IOException {
    Pipe pipe = Pipe.open();
    var end = await(kind.read(new Reads(), pipe));
    end.transport().pauseReading();
    put(pipe, "one");
    await(turns());
    end.transport().close();
    assertNull(await(end.protocol().lost));
    await(closed(pipe.source()));
    return result();
  }

  @Test
  void streamThatFails_tellsItsProtocolWhy() {
    run(() -> brokenStream());
    expect("made", "lost disk on fire", "made", "lost bad stream");
    expectReports("Fatal read error on pipe transport");
  }

  @Async
  private Coroutine<Void> brokenStream() throws IOException {
    IOException fire = new IOException("disk on fire");
    var first = await(getRunningLoop().connectReadPipe(Reads::new, failing(fire)));
    assertEquals(fire, await(first.protocol().lost));
    var bad = new IllegalStateException("bad stream");
    var second = await(getRunningLoop().connectReadPipe(Reads::new, failing(bad)));
    assertEquals(bad, await(second.protocol().lost));
    return result();
  }

  private static InputStream failing(Exception failure) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        if (failure instanceof IOException io) {
          throw io;
        }
        throw (RuntimeException) failure;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return read();
      }
    };
  }

  @Test
  void readProtocolThatThrows_endsThePipe() {
    for (Kind kind : Kind.values()) {
      run(() -> throwing(kind));
      expect("lost bad data", "lost bad end");
      expectReports(
          "Fatal error: protocol.dataReceived() call failed.",
          "Fatal error: protocol.eofReceived() call failed.");
    }
  }

  @Async
  private Coroutine<Void> throwing(Kind kind) throws IOException {
    Pipe pipe = Pipe.open();
    var end = await(kind.read(new Throwing(), pipe));
    put(pipe, "one");
    assertEquals("bad data", await(end.protocol().lost).getMessage());
    Pipe other = Pipe.open();
    var otherEnd = await(kind.read(new Throwing(), other));
    other.sink().close();
    assertEquals("bad end", await(otherEnd.protocol().lost).getMessage());
    return result();
  }

  private final class Throwing extends Reads {

    @Override
    public void connectionMade(ReadTransport transport) {}

    @Override
    public void dataReceived(ByteBuffer data) {
      throw new IllegalStateException("bad data");
    }

    @Override
    public void eofReceived() {
      throw new IllegalStateException("bad end");
    }
  }

  // Writing

  @Test
  void writePipe_sendsAndCloses() {
    tell(this::write, "made", "connected", "lost");
  }

  @Async
  private Coroutine<Void> write(Kind kind) throws IOException {
    Pipe pipe = Pipe.open();
    var end = await(kind.write(new Writes(), pipe));
    note("connected");
    WriteTransport transport = end.transport();
    transport.write(new byte[0]);
    assertEquals(0, transport.getWriteBufferSize());
    transport.write("he".getBytes(UTF_8));
    transport.write(ByteBuffer.wrap("llo".getBytes(UTF_8)));
    assertEquals(5, transport.getWriteBufferSize());
    assertTrue(transport.canWriteEof());
    transport.writeEof();
    transport.writeEof();
    transport.close();
    assertTrue(transport.isClosing());
    assertThrows(IllegalStateException.class, () -> transport.write(new byte[1]));
    assertNull(await(end.protocol().lost));
    assertEquals("hello", await(all(pipe)));
    return result();
  }

  /** What comes out of the pipe until it is closed. */
  @Async
  private static Coroutine<String> all(Pipe pipe) throws IOException {
    var reader = await(getRunningLoop().openReadPipe(pipe.source()));
    return result(new String(await(reader.read()), UTF_8));
  }

  @Test
  void fullPipe_pausesTheProtocol_andSendsAllInTheEnd() {
    tell(this::fullPipe, "made", "pause", "resume", "lost");
  }

  @Async
  private Coroutine<Void> fullPipe(Kind kind) throws IOException {
    byte[] data = new byte[1_000_000];
    new Random(5).nextBytes(data);
    Pipe pipe = Pipe.open();
    var end = await(kind.write(new Writes(), pipe));
    WriteTransport transport = end.transport();
    assertEquals(new WriteBufferLimits(16 * 1024, 64 * 1024), transport.getWriteBufferLimits());
    transport.write(data);
    await(sleep(Duration.ZERO));
    assertTrue(transport.getWriteBufferSize() > 500_000);
    transport.close();
    assertFalse(end.protocol().lost.done());
    var reader = await(getRunningLoop().openReadPipe(pipe.source()));
    assertArrayEquals(data, await(reader.read()));
    assertNull(await(end.protocol().lost));
    return result();
  }

  @Test
  void abortedPipe_dropsWhatIsNotSent() {
    tell(this::aborted, "made", "pause", "lost");
  }

  @Async
  private Coroutine<Void> aborted(Kind kind) throws IOException {
    Pipe pipe = Pipe.open();
    var end = await(kind.write(new Writes(), pipe));
    end.transport().setWriteBufferLimits(3);
    end.transport().write("dropped".getBytes(UTF_8));
    if (kind == Kind.CHANNEL) {
      // It is sent at once, being above the mark, so what is dropped has to be more than fits.
      end.transport().write(new byte[1_000_000]);
    }
    end.transport().abort();
    assertNull(await(end.protocol().lost));
    await(closed(pipe.sink()));
    pipe.source().close();
    return result();
  }

  @Test
  void pipeThatNobodyReads_failsTheNextWrite() {
    tell(this::broken, "made", "lost ConnectionResetException");
  }

  @Async
  private Coroutine<Void> broken(Kind kind) throws IOException {
    Pipe pipe = Pipe.open();
    var end = await(kind.write(new Writes(), pipe));
    pipe.source().close();
    await(turns());
    assertFalse(end.transport().isClosing());
    end.transport().write("x".getBytes(UTF_8));
    assertInstanceOf(ConnectionResetException.class, await(end.protocol().lost));
    for (int i = 0; i < 3; i++) {
      end.transport().write("x".getBytes(UTF_8));
    }
    assertEquals(0, end.transport().getWriteBufferSize());
    return result();
  }

  // Streams

  @Test
  void streamsOverAPipe_carryLines() {
    run(() -> lines());
    expect("one", "two", "end");
  }

  @Async
  private Coroutine<Void> lines() throws IOException {
    Pipe pipe = Pipe.open();
    EventLoop loop = getRunningLoop();
    StreamReader reader = await(loop.openReadPipe(pipe.source()));
    try (var writer = await(loop.openWritePipe(pipe.sink()))) {
      writer.write("one\ntwo\n");
      await(writer.drain());
    }
    for (String line : reader.lines()) {
      note(line);
    }
    note("end");
    return result();
  }

  @Test
  void readerWithALimit_readsAllOfAStream() {
    run(() -> limited());
    expect("data");
  }

  @Async
  private Coroutine<Void> limited() throws IOException {
    StreamReader reader = new StreamReader(1);
    InputStream data = new ByteArrayInputStream("data".getBytes(UTF_8));
    await(getRunningLoop().connectReadPipe(() -> new StreamReaderProtocol(reader), data));
    note(new String(await(reader.read()), UTF_8));
    return result();
  }

  @Test
  void slowReader_stopsAFastWriter() {
    tell(this::slow, "made", "stopped");
  }

  @Async
  private Coroutine<Void> slow(Kind kind) throws IOException {
    Pipe pipe = Pipe.open();
    EventLoop loop = getRunningLoop();
    var end = await(kind.read(new Reads(), pipe));
    end.transport().pauseReading();
    StreamWriter writer = await(loop.openWritePipe(pipe.sink()));
    Task<Void> writing = createTask(fill(writer));
    while (writer.transport().getWriteBufferSize() <= 64 * 1024) {
      await(sleep(Duration.ZERO));
    }
    await(turns());
    note("stopped");
    assertFalse(writing.done());
    writing.cancel();
    writer.transport().abort();
    return result();
  }

  @Async
  private static Coroutine<Void> fill(StreamWriter writer) throws IOException {
    while (true) {
      writer.write(new byte[10_000]);
      await(writer.drain());
    }
  }

  @Test
  void tlsOverAPipe_isRefused() {
    run(() -> tls());
    expect("TLS needs both directions: it goes over connections, not over a pipe");
  }

  @Async
  private Coroutine<Void> tls() throws Exception {
    try (var writer = await(getRunningLoop().openWritePipe(OutputStream.nullOutputStream()))) {
      await(writer.startTls(SSLContext.getDefault()));
    } catch (UnsupportedOperationException refused) {
      note(refused.getMessage());
    }
    return result();
  }

  // Mistakes and the end

  @Test
  void pipesThatCannotBeUsed_areRefused() {
    run(() -> unusable());
    expect("closed", "watched", "free again");
  }

  @Async
  private Coroutine<Void> unusable() throws IOException {
    EventLoop loop = getRunningLoop();
    Pipe closed = Pipe.open();
    closed.source().close();
    try {
      Object unused = await(loop.openReadPipe(closed.source()));
    } catch (ClosedChannelException refused) {
      note("closed");
    }
    Pipe pipe = Pipe.open();
    pipe.source().configureBlocking(false);
    loop.addReader(pipe.source(), () -> {});
    try {
      Object unused = await(loop.openReadPipe(pipe.source()));
    } catch (IllegalStateException refused) {
      note("watched");
    }
    assertTrue(pipe.source().isOpen());
    assertTrue(loop.removeReader(pipe.source()));
    StreamReader reader = await(loop.openReadPipe(pipe.source()));
    put(pipe, "free again");
    note(new String(await(reader.read(100)), UTF_8));
    closed.sink().close();
    pipe.sink().close();
    return result();
  }

  @Test
  void pipeOfATransport_isClosedWithTheLoop() throws IOException {
    Pipe pipe = Pipe.open();
    run(() -> leaveOpen(pipe));
    assertEquals(List.of(false, false), List.of(pipe.source().isOpen(), pipe.sink().isOpen()));
  }

  @Async
  private static Coroutine<Void> leaveOpen(Pipe pipe) throws IOException {
    Object reader = await(getRunningLoop().openReadPipe(pipe.source()));
    Object writer = await(getRunningLoop().openWritePipe(pipe.sink()));
    assertNotNull(reader);
    assertNotNull(writer);
    return result();
  }
}
