package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** The examples of time-outs, task groups and locks print what they should. */
final class WaitingExamplesTest {

  private static final String[] NO_ARGUMENTS = {};

  @Test
  void timeLimits() throws Exception {
    assertThat(Transcript.of(() -> TimeLimits.main(NO_ARGUMENTS)))
        .containsExactly(
            "hung up on Ada",
            "Ada says yes",
            "hung up on Bo",
            "Bo timed out after PT0.2S",
            "hung up on Cy",
            "Cy says yes",
            "hung up on Di",
            "not all have answered",
            "the download has stalled after 3 parts")
        .inOrder();
  }

  @Test
  void taskGroups() throws Exception {
    assertThat(Transcript.of(() -> TaskGroups.main(NO_ARGUMENTS)))
        .containsExactly(
            "loading",
            "<head><body>",
            "loading falsefalsefalse",
            "film: cancelled",
            "unhandled errors in a TaskGroup (2 exceptions)",
            "  no-head",
            "  no-body")
        .inOrder();
  }

  @Test
  void locks() throws Exception {
    assertThat(Transcript.of(() -> Locks.main(NO_ARGUMENTS)))
        .containsExactly(
            "Ada has the pen",
            "Ada has signed",
            "Bo has the pen",
            "Bo has signed",
            "Ada sits",
            "Bo sits",
            "Cy waits for a chair",
            "Cy sits",
            "baked: 2",
            "eaten: 1, left: 1",
            "baked: 2",
            "eaten: 3, left: 0")
        .inOrder();
  }
}
