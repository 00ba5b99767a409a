package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** The examples of generators, async for, async with and methods that return futures. */
final class LanguageExamplesTest {

  private static final String[] NO_ARGUMENTS = {};

  @Test
  void fibonacci() throws Exception {
    assertThat(Transcript.of(() -> Fibonacci.main(NO_ARGUMENTS)))
        .containsExactly(
            "0",
            "1",
            "1",
            "2",
            "3",
            "5",
            "8",
            "13",
            "21",
            "34",
            "55",
            "89",
            "the 91st is 2880067194370816120")
        .inOrder();
  }

  @Test
  void treeWalk() throws Exception {
    assertThat(Transcript.of(() -> TreeWalk.main(NO_ARGUMENTS)))
        .containsExactly(
            "animals",
            "mammals",
            "cat",
            "whale",
            "birds",
            "owl",
            "10001 nodes, one below the other")
        .inOrder();
  }

  @Test
  void pagedResults() throws Exception {
    assertThat(Transcript.of(() -> PagedResults.main(NO_ARGUMENTS)))
        .containsExactly(
            "(page 1 is here)",
            "row 1",
            "row 2",
            "(page 2 is here)",
            "row 3",
            "(connection closed)",
            "the loop is over",
            "(page 1 is here)",
            "(page 2 is here)",
            "(connection closed)",
            "[row 1, row 3]")
        .inOrder();
  }

  @Test
  void asyncWith() throws Exception {
    assertThat(Transcript.of(() -> AsyncWith.main(NO_ARGUMENTS)))
        .containsExactly(
            "first writes amount 10",
            "first is committed",
            "first is done",
            "second writes amount -1",
            "second is rolled back: negative amount",
            "refused: negative amount")
        .inOrder();
  }

  @Test
  void eagerFuture() throws Exception {
    assertThat(Transcript.of(() -> EagerFuture.main(NO_ARGUMENTS)))
        .containsExactly(
            "asking for the price",
            "the call has returned",
            "120 is much: asking for the budget",
            "ordered for 120")
        .inOrder();
  }

  @Test
  void flowPublisher() throws Exception {
    assertThat(Transcript.of(() -> FlowPublisher.main(NO_ARGUMENTS)))
        .containsExactly("measured 1", "measured 2", "measured 3", "sum 6")
        .inOrder();
  }
}
