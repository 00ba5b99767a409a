package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.nio.channels.FileChannel;

/** What is to be sent of a file; ends with the file at the latest. */
record FilePart(FileChannel file, long offset, long count) {

  FilePart {
    Arguments.notNull(file, "file");
    if (offset < 0) {
      throw new IllegalArgumentException("offset must be a non-negative integer, got " + offset);
    }
    if (count <= 0) {
      throw new IllegalArgumentException("count must be a positive integer, got " + count);
    }
  }
}
