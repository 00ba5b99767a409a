package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;
import static io.jasyncio.Asyncio.run;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of context variables and of {@code io.jasyncio.flow} print what they should. */
final class FlowExamplesTest {

  private static final String[] NO_ARGUMENTS = {};

  @Test
  void requestIds() throws Exception {
    assertThat(Transcript.of(() -> RequestIds.main(NO_ARGUMENTS)))
        .containsExactly(
            "[A] asking for users",
            "[B] asking for users",
            "[A] got users",
            "[A] asking for orders",
            "[B] got users",
            "[B] asking for orders",
            "[A] got orders",
            "[B] got orders",
            "[-] both are done")
        .inOrder();
  }

  @Test
  void politeDownloads() throws Exception {
    List<String> printed = Transcript.of(() -> downloadInLines());

    assertThat(printed).hasSize(11);
    assertThat(printed.get(0)).isEqualTo("fetched 2 of 20 pages");
    assertThat(printed.get(9)).isEqualTo("fetched 20 of 20 pages");
    assertThat(printed.get(10)).isEqualTo("210000 bytes, 3 failures on the way");
  }

  private static void downloadInLines() {
    run(() -> new PoliteDownloads(ProgressBar.Style.LINES).main());
  }
}
