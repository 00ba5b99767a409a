package io.jasyncio;

import java.util.ArrayDeque;

/** Arrays that the queues of one loop borrow while they are not empty. */
final class BytePool {

  /** The size of the arrays that are kept. */
  static final int ARRAY_SIZE = 8 * 1024;

  private static final int MOST_KEPT = 256;

  private final ArrayDeque<byte[]> kept = new ArrayDeque<>();

  /** An array with room for {@code size} bytes or more. */
  byte[] borrow(int size) {
    if (size > ARRAY_SIZE) {
      return new byte[size];
    }
    byte[] array = kept.poll();
    return array != null ? array : new byte[ARRAY_SIZE];
  }

  /** Takes an array back whose content nobody needs. */
  void giveBack(byte[] array) {
    if (array.length == ARRAY_SIZE && kept.size() < MOST_KEPT) {
      kept.push(array);
    }
  }
}
