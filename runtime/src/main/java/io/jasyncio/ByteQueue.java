package io.jasyncio;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Bytes that go in at one end and out at the other. While it is empty it holds no memory.
 *
 * <pre>
 * array:  ....[ start ... content ... end ]......
 * </pre>
 */
final class ByteQueue {

  /** Where bytes go. */
  interface Target {

    /** Takes as many bytes as it has room for, and says how many. */
    int take(ByteBuffer piece) throws IOException;
  }

  private static final byte[] EMPTY = new byte[0];
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** An array beyond this size fails in some JVMs. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final BytePool pool;
  private byte[] array = EMPTY;
  private int start;
  private int end;

  ByteQueue(BytePool pool) {
    this.pool = pool;
  }

  int size() {
    return end - start;
  }

  boolean isEmpty() {
    return start == end;
  }

  void add(byte[] source, int offset, int length) {
    makeRoom(length);
    System.arraycopy(source, offset, array, end, length);
    end += length;
  }

  void add(ByteBuffer source) {
    int length = source.remaining();
    makeRoom(length);
    source.get(array, end, length);
    end += length;
  }

  /** Takes the first bytes out; there must be as many. */
  byte[] take(int length) {
    byte[] taken = new byte[length];
    System.arraycopy(array, start, taken, 0, length);
    drop(length);
    return taken;
  }

  /** The content, to be looked at until the queue changes. */
  ByteBuffer view() {
    return ByteBuffer.wrap(array, start, size());
  }

  /** Takes out what the target takes, until there is nothing left or the target is full. */
  void sendTo(Target target, LoopIo io) throws IOException {
    while (!isEmpty()) {
      ByteBuffer piece = io.writeBuffer();
      piece.put(array, start, Math.min(size(), piece.remaining()));
      drop(target.take(piece.flip()));
      if (piece.hasRemaining()) {
        return;
      }
    }
  }

  /** Takes the first bytes out and forgets them. */
  void drop(int length) {
    start += length;
    if (start == end) {
      clear();
    }
  }

  void clear() {
    start = 0;
    end = 0;
    pool.giveBack(array);
    array = EMPTY;
  }

  /**
   * Finds {@code wanted}.
   *
   * @param from where to begin, counted from the first byte in the queue
   * @return where it is, or -1
   */
  int indexOf(byte wanted, int from) {
    long pattern = (wanted & 0xFFL) * 0x0101010101010101L;
    int position = start + from;
    // Eight bytes at a time: where one equals the wanted one, the difference has a zero byte.
    for (; position + Long.BYTES <= end; position += Long.BYTES) {
      long difference = (long) LONGS.get(array, position) ^ pattern;
      long zeroes = (difference - 0x0101010101010101L) & ~difference & 0x8080808080808080L;
      if (zeroes != 0) {
        return position - start + (Long.numberOfTrailingZeros(zeroes) >>> 3);
      }
    }
    for (; position < end; position++) {
      if (array[position] == wanted) {
        return position - start;
      }
    }
    return -1;
  }

  /** As {@link #indexOf(byte, int)}, for the place where {@code wanted} begins. */
  int indexOf(byte[] wanted, int from) {
    int candidate = indexOf(wanted[0], from);
    while (candidate >= 0 && candidate + wanted.length <= size()) {
      if (startsWith(wanted, candidate)) {
        return candidate;
      }
      candidate = indexOf(wanted[0], candidate + 1);
    }
    return -1;
  }

  /** Tells whether {@code wanted} stands at a place; what is not there yet does not. */
  boolean startsWith(byte[] wanted, int from) {
    if (from + wanted.length > size()) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (array[start + from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private void makeRoom(int length) {
    if (array.length - end >= length) {
      return;
    }
    int size = size();
    if (start > 0 && array.length - size >= length && size <= start) {
      System.arraycopy(array, start, array, 0, size);
    } else {
      long needed = (long) size + length;
      if (needed > LARGEST_ARRAY) {
        throw new OutOfMemoryError("more than 2 GiB in one buffer");
      }
      long generous = Math.max(needed, Math.min(2L * size, LARGEST_ARRAY));
      byte[] larger = pool.borrow((int) generous);
      System.arraycopy(array, start, larger, 0, size);
      pool.giveBack(array);
      array = larger;
    }
    start = 0;
    end = size;
  }
}
