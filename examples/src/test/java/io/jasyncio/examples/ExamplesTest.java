package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** Every example prints what its author meant it to print. */
final class ExamplesTest {

  private static final String[] NO_ARGUMENTS = {};

  @Test
  void helloWorld() throws Exception {
    assertThat(Transcript.of(() -> HelloWorld.main(NO_ARGUMENTS)))
        .containsExactly("Hello ...", "... world!")
        .inOrder();
  }

  @Test
  void twoTasks() throws Exception {
    assertThat(Transcript.of(() -> TwoTasks.main(NO_ARGUMENTS)))
        .containsExactly(
            "laying the table",
            "pasta: on the stove",
            "sauce: on the stove",
            "sauce: done",
            "pasta: done",
            "dinner is served: pasta with sauce")
        .inOrder();
  }

  @Test
  void jdbcAccounts() throws Exception {
    assertThat(Transcript.of(() -> JdbcAccounts.main(NO_ARGUMENTS)))
        .containsExactly("Ada has 75", "Bo has 45", "Cy has no account", "on thread db-0")
        .inOrder();
  }

  @Test
  void cancelledTask() throws Exception {
    assertThat(Transcript.of(() -> CancelledTask.main(NO_ARGUMENTS)))
        .containsExactly(
            "recording", "recording is to stop: nobody speaks", "microphone off", "cancelled: true")
        .inOrder();
  }

  @Test
  void workerQueue() throws Exception {
    assertThat(Transcript.of(() -> WorkerQueue.main(NO_ARGUMENTS)))
        .containsExactly(
            "Ada has done job 1",
            "Bo has done job 2",
            "Cy has done job 3",
            "Ada has done job 4",
            "Bo has done job 5",
            "Cy has done job 6",
            "Ada has done job 7",
            "Bo has done job 8",
            "Cy has done job 9",
            "Ada has done job 10",
            "all jobs are done",
            "Ada goes home",
            "Bo goes home",
            "Cy goes home")
        .inOrder();
  }

  @Test
  void blockingCalls() throws Exception {
    assertThat(Transcript.of(() -> BlockingCalls.main(NO_ARGUMENTS)))
        .containsExactly(
            "a thread is blocked, the loop is not",
            "example.org is 192.0.2.7",
            "ledger: entry 1 is rent",
            "ledger: entry 2 is bread",
            "ledger: entry 3 is books")
        .inOrder();
  }

  @Test
  void otherThread() throws Exception {
    assertThat(Transcript.of(() -> OtherThread.main(NO_ARGUMENTS)))
        .containsExactly(
            "2 + 3 is 5",
            "no answer yet: cancelling",
            "on the loop: pondering has ended",
            "the loop has ended")
        .inOrder();
  }
}
