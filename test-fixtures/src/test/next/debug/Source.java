package io.jasyncio.fixtures.debug;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file of which places are known by a word in a comment. */
final class Source extends SimpleJavaFileObject {

  private final String text;

  /**
   * A source in memory.
   *
   * @param path as {@code crawl/Crawler.java}
   * @param text the whole file
   */
  Source(String path, String text) {
    super(URI.create("mem:///" + path), Kind.SOURCE);
    this.text = text;
  }

  /** The number of the line that ends with {@code // mark}. */
  int line(String mark) {
    int end = text.indexOf("// " + mark + "\n");
    if (end < 0) {
      throw new IllegalArgumentException("no line is marked " + mark);
    }
    return (int) text.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
  }

  /** The file. */
  String text() {
    return text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
