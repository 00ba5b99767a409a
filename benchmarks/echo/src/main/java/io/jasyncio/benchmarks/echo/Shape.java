package io.jasyncio.benchmarks.echo;

import java.util.Arrays;

/** What a request looks like: so many lines, sent in one piece, of which each comes back. */
enum Shape {
  SHORT("64-byte lines", 64, 1),
  LONG("4-KiB lines", 4096, 1),
  PIPELINED("16 pipelined 64-byte lines", 64, 16);

  final String title;
  private final int lineSize;
  private final int lines;

  Shape(String title, int lineSize, int lines) {
    this.title = title;
    this.lineSize = lineSize;
    this.lines = lines;
  }

  byte[] request() {
    byte[] request = new byte[lineSize * lines];
    Arrays.fill(request, (byte) 'x');
    for (int end = lineSize; end <= request.length; end += lineSize) {
      request[end - 1] = '\n';
    }
    return request;
  }
}
