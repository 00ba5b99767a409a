package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Sneaky;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads from a connection or a pipe. The counterpart of {@code asyncio.StreamReader}.
 *
 * <p>One task may read at a time. What has come in and is not read yet is kept, up to twice the
 * limit; then the connection stops receiving until something is read, so that a fast sender waits
 * for a slow reader.
 *
 * <p>A read that is cancelled has taken nothing. When the connection breaks, this and all later
 * reads throw what it broke with, even if something was left to read.
 *
 * <p>For the loop's thread only.
 */
public final class StreamReader {

  /** The limit of readers that are given none: 64 KiB. */
  public static final int DEFAULT_LIMIT = 64 * 1024;

  private static final byte[] NOTHING = new byte[0];
  private static final byte[] NEWLINE = {'\n'};

  private final int limit;
  private final ByteQueue buffer;
  private final WaitPlace waiter;

  /** Null if there is none, or if it cannot be paused. */
  private ReadTransport transport;

  private Throwable exception;
  private boolean eof;
  private boolean paused;

  /**
   * A reader of the running loop, to be fed by the program itself.
   *
   * @throws IllegalStateException if no loop runs on this thread
   */
  public StreamReader() {
    this(DEFAULT_LIMIT);
  }

  /**
   * A reader of the running loop, to be fed by the program itself.
   *
   * @param limit the longest line, and half of what is kept, in bytes
   * @throws IllegalArgumentException if it is not positive
   * @throws IllegalStateException if no loop runs on this thread
   */
  public StreamReader(int limit) {
    this(limit, CurrentLoop.get(), new BytePool());
  }

  StreamReader(int limit, EventLoop loop, BytePool pool) {
    if (limit <= 0) {
      throw new IllegalArgumentException("Limit cannot be <= 0, but is " + limit);
    }
    this.limit = limit;
    buffer = new ByteQueue(pool);
    waiter = new WaitPlace(loop, "waits for data");
  }

  // Reading

  /**
   * Reads to the end of the stream, however much that is.
   *
   * @return a coroutine to be awaited, for all the bytes
   * @throws IOException from the await, if the connection is broken
   */
  @Async
  public Coroutine<byte[]> read() throws IOException {
    checkException();
    // What is read so far is not in the buffer, so that the connection goes on receiving.
    ByteQueue all = new ByteQueue(new BytePool());
    try {
      while (true) {
        byte[] block = await(read(limit));
        if (block.length == 0) {
          return result(all.take(all.size()));
        }
        all.add(block, 0, block.length);
      }
    } catch (CancelledError cancelled) {
      all.add(buffer.view());
      buffer.clear();
      buffer.add(all.view());
      throw cancelled;
    }
  }

  /**
   * Reads up to {@code most} bytes: suspends until there is at least one, and takes what is there.
   *
   * @param most the most bytes to take; negative to read to the end, as {@link #read()}
   * @return a coroutine to be awaited; for no bytes at the end of the stream, or if {@code most} is
   *     0
   * @throws IOException from the await, if the connection is broken
   */
  @Async
  public Coroutine<byte[]> read(int most) throws IOException {
    checkException();
    if (most == 0) {
      return result(NOTHING);
    }
    if (most < 0) {
      return result(await(read()));
    }
    while (buffer.isEmpty() && !eof) {
      await(data("read"));
    }
    return result(taken(Math.min(most, buffer.size())));
  }

  /**
   * Reads a line, with its {@code \n}. A last line without one is returned as it is.
   *
   * @return a coroutine to be awaited; for no bytes at the end of the stream
   * @throws LimitOverrunException from the await, if the line is longer than the limit. What there
   *     is of the line is dropped, the whole line if its end is there
   * @throws IOException from the await, if the connection is broken
   */
  @Async
  public Coroutine<byte[]> readline() throws IOException {
    try {
      return result(await(readuntil(NEWLINE)));
    } catch (IncompleteReadException end) {
      return result(end.partial());
    } catch (LimitOverrunException overrun) {
      dropLine(overrun.consumed());
      throw overrun;
    }
  }

  private void dropLine(int length) {
    if (buffer.startsWith(NEWLINE, length)) {
      buffer.drop(length + NEWLINE.length);
    } else {
      buffer.clear();
    }
    resumeIfRead();
  }

  /**
   * Reads a line of text, with its {@code \n}.
   *
   * @param charset in which a line ends with the byte {@code \n}, as in UTF-8; what is malformed is
   *     replaced
   * @return a coroutine to be awaited; for the empty string at the end of the stream
   * @throws LimitOverrunException from the await, as from {@link #readline()}
   * @throws IOException from the await, if the connection is broken
   */
  @Async
  public Coroutine<String> readline(Charset charset) throws IOException {
    Arguments.notNull(charset, "charset");
    return result(new String(await(readline()), charset));
  }

  /**
   * Loops over the lines that are left, without their ends, {@code \n} or {@code \r\n}. Python's
   * {@code async for line in reader}.
   *
   * <pre>{@code
   * for (String line : reader.lines()) {...}
   * }</pre>
   *
   * @return for loops in async methods. They throw what {@link #readline()} throws, {@link
   *     IOException} included
   */
  public AsyncIterator<String> lines() {
    return lines(StandardCharsets.UTF_8);
  }

  /**
   * Loops over the lines that are left.
   *
   * @param charset in which a line ends with the byte {@code \n}; what is malformed is replaced
   * @return for loops in async methods
   */
  public AsyncIterator<String> lines(Charset charset) {
    return new LineIterator(this, Arguments.notNull(charset, "charset"));
  }

  /**
   * Reads up to a separator, and the separator.
   *
   * @param separator at least one byte
   * @return a coroutine to be awaited
   * @throws IncompleteReadException from the await, if the stream ends first; what there was is in
   *     the exception
   * @throws LimitOverrunException from the await, if there are more bytes than the limit before the
   *     separator. They are left in the stream
   * @throws IOException from the await, if the connection is broken
   * @throws IllegalArgumentException from the await, if the separator is empty
   */
  @Async
  public Coroutine<byte[]> readuntil(byte[] separator) throws IOException {
    if (separator.length == 0) {
      throw new IllegalArgumentException("Separator should be at least one-byte string");
    }
    checkException();
    // Up to here no separator begins.
    int searched = 0;
    while (true) {
      int size = buffer.size();
      if (size - searched >= separator.length) {
        int found = buffer.indexOf(separator, searched);
        if (found > limit) {
          throw new LimitOverrunException(
              "Separator is found, but chunk is longer than limit", found);
        }
        if (found >= 0) {
          return result(taken(found + separator.length));
        }
        searched = size + 1 - separator.length;
        if (searched > limit) {
          throw new LimitOverrunException(
              "Separator is not found, and chunk exceed the limit", searched);
        }
      }
      if (eof) {
        throw new IncompleteReadException(buffer.take(size), -1);
      }
      await(data("readuntil"));
    }
  }

  /**
   * Reads exactly so many bytes.
   *
   * @param count how many; may be more than the limit
   * @return a coroutine to be awaited
   * @throws IncompleteReadException from the await, if the stream ends first; what there was is in
   *     the exception
   * @throws IOException from the await, if the connection is broken
   * @throws IllegalArgumentException from the await, if the number is negative
   */
  @Async
  public Coroutine<byte[]> readexactly(int count) throws IOException {
    if (count < 0) {
      throw new IllegalArgumentException(
          "readexactly size can not be less than zero, but is " + count);
    }
    checkException();
    while (buffer.size() < count) {
      if (eof) {
        throw new IncompleteReadException(buffer.take(buffer.size()), count);
      }
      await(data("readexactly"));
    }
    return result(taken(count));
  }

  /**
   * Tells whether the stream is at its end.
   *
   * @return true once everything is read and nothing more will come
   */
  public boolean atEof() {
    return eof && buffer.isEmpty();
  }

  private void checkException() {
    if (exception != null) {
      throw Sneaky.raise(exception);
    }
  }

  /** Waits until more came, or the end. */
  @Async
  private Coroutine<Void> data(String caller) {
    if (waiter.isTaken()) {
      throw new IllegalStateException(
          caller
              + "() called while another coroutine is already waiting for incoming data: let one"
              + " task read, or guard the reader with an AsyncLock");
    }
    if (paused) {
      paused = false;
      transport.resumeReading();
    }
    waiter.prepare();
    try {
      await(waiter);
    } finally {
      waiter.leave();
    }
    return result();
  }

  private byte[] taken(int count) {
    byte[] bytes = count == 0 ? NOTHING : buffer.take(count);
    resumeIfRead();
    return bytes;
  }

  private void resumeIfRead() {
    if (paused && buffer.size() <= limit) {
      paused = false;
      transport.resumeReading();
    }
  }

  // Feeding

  /**
   * Appends data. For those who write a protocol, and for tests.
   *
   * @param data copied
   * @throws IllegalStateException after {@link #feedEof}
   */
  public void feedData(byte[] data) {
    feedData(ByteBuffer.wrap(data));
  }

  /**
   * Appends what remains in a buffer.
   *
   * @param data copied
   * @throws IllegalStateException after {@link #feedEof}
   */
  public void feedData(ByteBuffer data) {
    if (eof) {
      throw new IllegalStateException("feedData after feedEof");
    }
    if (!data.hasRemaining()) {
      return;
    }
    buffer.add(data);
    waiter.wake();
    if (transport != null && !paused && buffer.size() > 2L * limit) {
      transport.pauseReading();
      paused = true;
    }
  }

  /** Says that nothing more will come. */
  public void feedEof() {
    eof = true;
    waiter.wake();
  }

  /**
   * Returns what the stream is broken with.
   *
   * @return null if it is not
   */
  public Throwable exception() {
    return exception;
  }

  /**
   * Breaks the stream: this is thrown by the read that waits, and by all later ones.
   *
   * @param failure not null
   */
  public void setException(Throwable failure) {
    exception = Arguments.notNull(failure, "failure");
    waiter.fail(failure);
  }

  /**
   * Sets what is paused while too much is kept.
   *
   * @param source the transport that feeds this reader
   * @throws IllegalStateException if there is one already
   */
  public void setTransport(ReadTransport source) {
    if (transport != null) {
      throw new IllegalStateException("Transport already set");
    }
    transport = source;
  }

  /** TLS has taken the transport's place. */
  void replaceTransport(ReadTransport source) {
    transport = source;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("StreamReader (").append(buffer.size()).append(" bytes");
    if (eof) {
      text.append(", eof");
    }
    if (limit != DEFAULT_LIMIT) {
      text.append(", limit ").append(limit);
    }
    if (waiter.isTaken()) {
      text.append(", a task waits");
    }
    if (exception != null) {
      text.append(", broken: ").append(exception);
    }
    if (paused) {
      text.append(", paused");
    }
    return text.append(')').toString();
  }
}
