package io.jasyncio.examples;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request asks for of a file, from the first byte to the last. */
record ByteRange(long first, long last, long size) {

  private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Reads the header {@code Range} of a request.
   *
   * @param header null for the whole file; what is not understood counts as null, as HTTP wants it
   * @return null if the file has no such bytes
   */
  static ByteRange of(String header, long size) {
    Matcher range = HEADER.matcher(header == null ? "" : header);
    if (!range.matches() || (range.group(1) + range.group(2)).isEmpty()) {
      return new ByteRange(0, size - 1, size);
    }
    if (range.group(1).isEmpty()) {
      // The last so many bytes.
      long length = Math.min(size, Long.parseLong(range.group(2)));
      return length == 0 ? null : new ByteRange(size - length, size - 1, size);
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
    return first >= size || last < first
        ? null
        : new ByteRange(first, Math.min(last, size - 1), size);
  }

  long length() {
    return last - first + 1;
  }

  boolean whole() {
    return length() == size;
  }

  /** The header {@code Content-Range} of the answer. */
  String header() {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
