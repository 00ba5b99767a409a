package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.jasyncio.examples.ProgressBar.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {

  @Test
  void lines_oneForEachTenth() {
    assertThat(draw(Style.LINES, 25, 25).lines())
        .containsExactly(
            "fetched 3 of 25 pages",
            "fetched 5 of 25 pages",
            "fetched 8 of 25 pages",
            "fetched 10 of 25 pages",
            "fetched 13 of 25 pages",
            "fetched 15 of 25 pages",
            "fetched 18 of 25 pages",
            "fetched 20 of 25 pages",
            "fetched 23 of 25 pages",
            "fetched 25 of 25 pages")
        .inOrder();
  }

  @Test
  void bar_growsInItsLine() {
    assertThat(draw(Style.BAR, 4, 3))
        .isEqualTo(
            "\r[==========>                             ]  25 %  1 of 4 pages"
                + "\r[====================>                   ]  50 %  2 of 4 pages"
                + "\r[==============================>         ]  75 %  3 of 4 pages");
  }

  @Test
  void bar_endsItsLineWhenDone() {
    assertThat(draw(Style.BAR, 1, 1))
        .isEqualTo(
            "\r[========================================] 100 %  1 of 1 pages"
                + System.lineSeparator());
  }

  @Test
  void colouredBar_coloursTheBarAlone() {
    assertThat(draw(Style.COLOURED_BAR, 2, 1))
        .isEqualTo(
            "\r[\u001b[32m====================>\u001b[0m                   ]  50 %  1 of 2 pages");
  }

  @Test
  void style_dependsOnTerminalAndEnvironment() {
    assertThat(Style.of(true, Map.of("TERM", "xterm"))).isEqualTo(Style.COLOURED_BAR);
    assertThat(Style.of(true, Map.of("WT_SESSION", "1"))).isEqualTo(Style.COLOURED_BAR);
    assertThat(Style.of(true, Map.of())).isEqualTo(Style.BAR);
    assertThat(Style.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1"))).isEqualTo(Style.BAR);
    assertThat(Style.of(true, Map.of("TERM", "xterm", "NO_COLOR", "")))
        .isEqualTo(Style.COLOURED_BAR);
    assertThat(Style.of(true, Map.of("TERM", "dumb"))).isEqualTo(Style.LINES);
    assertThat(Style.of(false, Map.of("TERM", "xterm"))).isEqualTo(Style.LINES);
  }

  private static String draw(Style style, int total, int steps) {
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    ProgressBar progress = new ProgressBar(new PrintStream(drawn, true, UTF_8), style, total);
    for (int i = 0; i < steps; i++) {
      progress.advance();
    }
    return drawn.toString(UTF_8);
  }
}
