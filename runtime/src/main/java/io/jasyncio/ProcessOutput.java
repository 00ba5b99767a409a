package io.jasyncio;

import java.nio.charset.StandardCharsets;

/**
 * What a process has written: the result of {@link AsyncProcess#communicate()}.
 *
 * @param stdout null if it was no pipe
 * @param stderr null if it was no pipe
 */
// The arrays are the caller's own, and outputs are not compared.
@SuppressWarnings("ArrayRecordComponent")
public record ProcessOutput(byte[] stdout, byte[] stderr) {

  /**
   * What the process has written to its standard output, as text in UTF-8.
   *
   * @return the empty string if it was no pipe
   */
  public String out() {
    return text(stdout);
  }

  /**
   * What the process has written to its standard error, as text in UTF-8.
   *
   * @return the empty string if it was no pipe
   */
  public String err() {
    return text(stderr);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
