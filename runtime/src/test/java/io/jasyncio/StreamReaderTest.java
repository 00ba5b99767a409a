package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamReaderTest extends Story {

  private static final String LINES = "line1\nline2\nline3\n";

  private final StreamReader reader = reader(StreamReader.DEFAULT_LIMIT);

  private StreamReader reader(int limit) {
    return new StreamReader(limit, loop, new BytePool());
  }

  private static void feed(StreamReader reader, String... chunks) {
    for (String chunk : chunks) {
      reader.feedData(chunk.getBytes(UTF_8));
    }
  }

  /** What a read comes to, as text. */
  private String read(Coroutine<byte[]> read) {
    return new String(loop.runUntilComplete(read), UTF_8);
  }

  private String rest(StreamReader of) throws IOException {
    of.feedEof();
    return read(of.read());
  }

  @Async
  private static Coroutine<String> text(Coroutine<byte[]> read) {
    return result(new String(await(read), UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  // Feeding

  @Test
  void toString_tellsWhatThereIs() {
    StreamReader small = reader(5);
    feed(small, "abc");
    assertEquals("StreamReader (3 bytes, limit 5)", small.toString());
    small.feedEof();
    small.setException(new IOException("boom"));
    assertEquals(
        "StreamReader (3 bytes, eof, limit 5, broken: java.io.IOException: boom)",
        small.toString());
  }

  @Test
  void limit_mustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> reader(0));
    assertThrows(IllegalArgumentException.class, () -> reader(-1));
  }

  @Test
  void publicConstructor_needsALoop() {
    assertThrows(IllegalStateException.class, StreamReader::new);
    assertEquals("StreamReader (0 bytes)", Asyncio.run(() -> made()));
  }

  @Async
  private static Coroutine<String> made() {
    return result(new StreamReader().toString());
  }

  @Test
  void feedingNothing_changesNothing() throws IOException {
    feed(reader, "");
    assertEquals("", rest(reader));
  }

  @Test
  void feedingAfterTheEnd_isRefused() {
    reader.feedEof();
    assertThrows(IllegalStateException.class, () -> feed(reader, "x"));
  }

  // read

  @Test
  void readZero_takesNothingAndDoesNotWait() throws IOException {
    assertEquals("", read(reader.read(0)));
    feed(reader, LINES);
    assertEquals("", read(reader.read(0)));
    assertEquals(LINES, rest(reader));
  }

  @Test
  void read_waitsForDataAndTakesWhatIsThere() throws IOException {
    begin("read", text(reader.read(30)));
    expect();
    feed(reader, LINES);
    turns(2);
    expect("read " + LINES);
    assertEquals("", rest(reader));
  }

  @Test
  void read_takesNoMoreThanAskedFor() throws IOException {
    feed(reader, "abcdef");
    assertEquals("ab", read(reader.read(2)));
    assertEquals("cd", read(reader.read(2)));
    assertEquals("ef", rest(reader));
  }

  @Test
  void readAtTheEnd_isEmpty() throws IOException {
    start("read", text(reader.read(1024)));
    turn();
    reader.feedEof();
    turns(2);
    expect("read ");
    assertEquals("", read(reader.read(1024)));
  }

  @Test
  void readToTheEnd_waitsForAllOfIt() throws IOException {
    start("read", text(reader.read()));
    start("read -1", text(reader(9).read(-1)));
    turn();
    feed(reader, "chunk1\n", "chunk2");
    turns(2);
    expect();
    reader.feedEof();
    turns(2);
    expect("read chunk1\nchunk2");
  }

  @Test
  void readToTheEnd_mayBeMoreThanTheLimit() throws IOException {
    StreamReader small = reader(3);
    feed(small, "chunk");
    assertEquals("chunk", rest(small));
  }

  // readline

  @Test
  void readline_putsChunksTogether() throws IOException {
    feed(reader, "chunk1 ");
    begin("line", text(reader.readline()));
    feed(reader, "chunk2 ", "chunk3 ", "\n chunk4");
    turns(2);
    expect("line chunk1 chunk2 chunk3 \n");
    assertEquals(" chunk4", rest(reader));
  }

  @Test
  void readline_doesNotWaitForWhatIsThere() throws IOException {
    feed(reader, LINES);
    assertEquals("line1\n", read(reader.readline()));
    assertEquals("line2\n", loop.runUntilComplete(reader.readline(UTF_8)));
    assertEquals("line3\n", rest(reader));
  }

  @Test
  void lastLineWithoutItsEnd_isReturned() throws IOException {
    feed(reader, "some data");
    reader.feedEof();
    assertEquals("some data", read(reader.readline()));
    assertEquals("", read(reader.readline()));
    assertEquals("", loop.runUntilComplete(reader.readline(UTF_8)));
  }

  @Test
  void lineOfTheLimit_isRead() throws IOException {
    StreamReader seven = reader(7);
    feed(seven, "1234567\n");
    assertEquals("1234567\n", read(seven.readline()));
  }

  @Test
  void lines_comeWithoutTheirEnds() {
    Task<List<String>> all = loop.createTask(allLines());
    turn();
    feed(reader, "one\r", "\n\nthr", "ee\n");
    turns(3);
    feed(reader, "\r\nlast");
    reader.feedEof();
    assertEquals(List.of("one", "", "three", "", "last"), loop.runUntilComplete(all));
  }

  @Async
  private Coroutine<List<String>> allLines() {
    List<String> lines = new ArrayList<>();
    for (String line : reader.lines()) {
      lines.add(line);
    }
    return result(lines);
  }

  @Test
  void lineThatIsTooLong_failsTheLoop() {
    Task<List<String>> all = loop.createTask(allLines());
    feed(reader, "x".repeat(StreamReader.DEFAULT_LIMIT + 1), "\n");
    assertThrows(LimitOverrunException.class, () -> loop.runUntilComplete(all));
  }

  @Test
  void longLineWithItsEnd_isDroppedAlone() throws IOException {
    StreamReader three = reader(3);
    feed(three, "li", "ne1\nline2\n");
    assertThrows(LimitOverrunException.class, () -> read(three.readline()));
    assertEquals("line2\n", rest(three));
  }

  @Test
  void longLineWithoutItsEnd_isDropped() throws IOException {
    StreamReader three = reader(3);
    feed(three, "li", "ne1", "li");
    assertThrows(LimitOverrunException.class, () -> read(three.readline()));
    assertEquals("", rest(three));
  }

  @Test
  void lineThatGrowsBeyondTheLimit_failsTheReadThatWaits() throws IOException {
    StreamReader seven = reader(7);
    Task<byte[]> line = loop.createTask(seven.readline());
    turn();
    feed(seven, "chunk1", "chunk2\n", "chunk3\n");
    turns(2);
    assertThrows(LimitOverrunException.class, line::result);
    assertEquals("chunk3\n", rest(seven));
  }

  // readuntil

  @Test
  void emptySeparator_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> read(reader.readuntil(new byte[0])));
  }

  @Test
  void separator_isFoundAcrossChunks() throws IOException {
    List<String> found = new ArrayList<>();
    for (String[] chunks :
        new String[][] {
          {"lineAAA"}, {"QWEaa", "XYAA", "A"}, {"AAA"}, {"XAAA"}, {"XXX", "A", "A", "A"}, {"AABAAA"}
        }) {
      feed(reader, chunks);
      found.add(read(reader.readuntil(bytes("AAA"))));
    }
    assertEquals(List.of("lineAAA", "QWEaaXYAAA", "AAA", "XAAA", "XXXAAA", "AABAAA"), found);
    feed(reader, "lineAAAxxx");
    assertEquals("lineAAA", read(reader.readuntil(bytes("AAA"))));
    assertEquals("xxx", rest(reader));
  }

  @Test
  void endBeforeTheSeparator_handsOutWhatThereWas() throws IOException {
    feed(reader, "some dataAA");
    reader.feedEof();
    var end =
        assertThrows(IncompleteReadException.class, () -> read(reader.readuntil(bytes("AAA"))));
    assertEquals("some dataAA", new String(end.partial(), UTF_8));
    assertEquals(-1, end.expected());
    assertEquals("11 bytes read on a total of undefined expected bytes", end.getMessage());
    assertTrue(reader.atEof());
  }

  @Test
  void tooMuchBeforeTheSeparator_isLeftInTheStream() throws IOException {
    StreamReader three = reader(3);
    feed(three, "some dataAA");
    var notFound =
        assertThrows(LimitOverrunException.class, () -> read(three.readuntil(bytes("AAA"))));
    assertEquals("Separator is not found, and chunk exceed the limit", notFound.getMessage());
    assertEquals(9, notFound.consumed());
    feed(three, "A");
    var found =
        assertThrows(LimitOverrunException.class, () -> read(three.readuntil(bytes("AAA"))));
    assertEquals("Separator is found, but chunk is longer than limit", found.getMessage());
    assertEquals(9, found.consumed());
    assertEquals("some dataAAA", rest(three));
  }

  // readexactly

  @Test
  void readexactly_refusesNegativeSizes() throws IOException {
    feed(reader, LINES);
    assertEquals("", read(reader.readexactly(0)));
    var refused = assertThrows(IllegalArgumentException.class, () -> read(reader.readexactly(-1)));
    assertTrue(refused.getMessage().contains("less than zero"));
    assertEquals(LINES, rest(reader));
  }

  @Test
  void readexactly_waitsForAsMuch() throws IOException {
    begin("read", text(reader.readexactly(12)));
    feed(reader, "line1\n", "line2\nli");
    turns(2);
    expect("read line1\nline2\n");
    assertEquals("li", rest(reader));
  }

  @Test
  void readexactly_mayBeMoreThanTheLimit() throws IOException {
    StreamReader three = reader(3);
    feed(three, "chunk");
    assertEquals("chunk", read(three.readexactly(5)));
  }

  @Test
  void readexactlyBeyondTheEnd_handsOutWhatThereWas() throws IOException {
    feed(reader, "line1");
    reader.feedEof();
    var end = assertThrows(IncompleteReadException.class, () -> read(reader.readexactly(12)));
    assertEquals("line1", new String(end.partial(), UTF_8));
    assertEquals(12, end.expected());
    assertEquals("5 bytes read on a total of 12 expected bytes", end.getMessage());
    assertEquals("", read(reader.read(1)));
  }

  // The end and failures

  @Test
  void atEof_isTrueOnceAllIsRead() throws IOException {
    assertFalse(reader.atEof());
    feed(reader, "some data\n");
    reader.feedEof();
    assertFalse(reader.atEof());
    assertEquals("some data\n", read(reader.readline()));
    assertTrue(reader.atEof());
  }

  @Test
  void brokenStream_failsAllReads() throws IOException {
    feed(reader, "line\n");
    assertNull(reader.exception());
    ConnectionResetException reset = new ConnectionResetException("reset");
    reader.setException(reset);
    assertSame(reset, reader.exception());
    for (Coroutine<byte[]> read :
        List.of(
            reader.read(),
            reader.read(2),
            reader.readline(),
            reader.readuntil(bytes("\n")),
            reader.readexactly(2))) {
      assertSame(reset, assertThrows(ConnectionResetException.class, () -> read(read)));
    }
  }

  @Test
  void breakingTheStream_failsTheReadThatWaits() throws IOException {
    Task<byte[]> line = loop.createTask(reader.readline());
    turn();
    reader.setException(new ConnectionResetException("reset"));
    turns(2);
    assertThrows(ConnectionResetException.class, line::result);
  }

  @Test
  void cancelledRead_leavesTheReaderAsItWas() throws IOException {
    Task<byte[]> cancelled = loop.createTask(reader.readline());
    turn();
    cancelled.cancel();
    feed(reader, "line\n");
    turns(2);
    assertTrue(cancelled.cancelled());
    assertEquals("line\n", read(reader.readline()));
    reader.setException(new ConnectionResetException("reset"));
    turns(2);
  }

  @Test
  void cancelledReadToTheEnd_putsBackWhatItHasTaken() throws IOException {
    Task<byte[]> cancelled = loop.createTask(reader.read());
    turn();
    feed(reader, "one ");
    turns(2);
    feed(reader, "two ");
    cancelled.cancel();
    turns(3);
    assertTrue(cancelled.cancelled());
    feed(reader, "three");
    assertEquals("one two three", rest(reader));
  }

  @Test
  void dataAndCancelInOneTurn_loseNothing() throws IOException {
    Task<byte[]> cancelled = loop.createTask(reader.readline());
    turn();
    feed(reader, "line\n");
    cancelled.cancel();
    turns(2);
    assertTrue(cancelled.cancelled());
    assertEquals("line\n", read(reader.readline()));
  }

  @Test
  void secondReader_isRefused() throws IOException {
    loop.createTask(reader.readline());
    turn();
    var refused =
        assertThrows(IllegalStateException.class, () -> loop.runUntilComplete(reader.read(10)));
    assertTrue(refused.getMessage().startsWith("read() called while another coroutine"));
  }

  // Flow control

  /** Notes what the reader asks of it. */
  private final class Source implements ReadTransport {

    private boolean reading = true;

    @Override
    public boolean isReading() {
      return reading;
    }

    @Override
    public void pauseReading() {
      reading = false;
      note("pause");
    }

    @Override
    public void resumeReading() {
      reading = true;
      note("resume");
    }

    @Override
    public Object getExtraInfo(String name) {
      return null;
    }

    @Override
    public boolean isClosing() {
      return false;
    }

    @Override
    public void close() {}
  }

  @Test
  void moreThanTwiceTheLimit_pausesTheSource() throws IOException {
    StreamReader four = reader(4);
    four.setTransport(new Source());
    feed(four, "12345678");
    expect();
    feed(four, "9");
    expect("pause");
    assertEquals("1234", read(four.read(4)));
    expect();
    assertEquals("5", read(four.read(1)));
    expect("resume");
  }

  @Test
  void readexactlyOfMoreThanIsKept_resumesTheSource() throws IOException {
    StreamReader four = reader(4);
    four.setTransport(new Source());
    feed(four, "123456789");
    begin("read", text(four.readexactly(10)));
    expect("pause", "resume");
    feed(four, "0");
    turns(2);
    expect("pause", "resume", "read 1234567890");
  }

  @Test
  void transport_isSetOnce() {
    reader.setTransport(new Source());
    assertThrows(IllegalStateException.class, () -> reader.setTransport(new Source()));
  }

  // The queue below

  @Test
  void indexOf_findsEveryPlace() {
    ByteQueue queue = new ByteQueue(new BytePool());
    for (int length = 1; length < 40; length++) {
      for (int place = 0; place < length; place++) {
        byte[] content = new byte[length];
        content[place] = (byte) 0xC3;
        queue.add(content, 0, length);
        for (int from = 0; from <= length; from++) {
          assertEquals(from <= place ? place : -1, queue.indexOf((byte) 0xC3, from));
        }
        queue.drop(1 + length / 3);
        queue.clear();
      }
    }
  }

  @Test
  void queue_keepsItsContentWhileItGrowsAndMoves() {
    ByteQueue queue = new ByteQueue(new BytePool());
    byte next = 0;
    byte wanted = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] in = new byte[1 + round % 97];
      for (int i = 0; i < in.length; i++) {
        in[i] = next++;
      }
      queue.add(in, 0, in.length);
      byte[] out = queue.take(Math.min(queue.size(), 1 + round % 89));
      byte[] expected = new byte[out.length];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = wanted++;
      }
      assertArrayEquals(expected, out);
    }
    assertTrue(queue.size() > 8 * 1024);
  }
}
