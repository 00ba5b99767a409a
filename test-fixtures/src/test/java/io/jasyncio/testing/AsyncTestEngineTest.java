package io.jasyncio.testing;

import static com.google.common.truth.Truth.assertThat;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** {@link AsyncTest}: how its engine finds, runs and judges tests. */
final class AsyncTestEngineTest {

  private static final List<String> EVENTS = new ArrayList<>();

  /** Tests for this test; {@link #EVENTS} is set to null while nobody looks. */
  abstract static class WithLifecycle {
    @BeforeEach
    void beforeInherited() {
      EVENTS.add("before, inherited");
    }
  }

  static final class Passing extends WithLifecycle {

    private int runs;

    @BeforeAll
    static void beforeAll() {
      EVENTS.add("before all");
    }

    @AfterAll
    static void afterAll() {
      EVENTS.add("after all");
    }

    @BeforeEach
    void before() {
      EVENTS.add("before");
    }

    @AfterEach
    void after() {
      EVENTS.add("after");
    }

    @AsyncTest
    @Async
    Coroutine<Void> hour() {
      await(sleep(Duration.ofHours(1)));
      runs++;
      EVENTS.add("hour " + runs);
      return result();
    }

    @AsyncTest
    @Async
    @DisplayName("takes a day")
    @Tag("long")
    Coroutine<String> day() {
      await(sleep(Duration.ofHours(23)));
      runs++;
      EVENTS.add("day " + runs);
      return result("ignored");
    }

    @AsyncTest
    @Async
    @Disabled("not today")
    Coroutine<Void> disabled() {
      throw new AssertionError();
    }
  }

  static final class Failing {

    @AsyncTest
    @Async
    Coroutine<Void> fails() {
      await(sleep(Duration.ofHours(1)));
      assertEquals(1, 2, "the test's own words");
      return result();
    }

    @AsyncTest(limitSeconds = 60)
    @Async
    Coroutine<Void> takesTooLong() {
      await(sleep(Duration.ofHours(1)));
      return result();
    }

    @AsyncTest
    void returnsNothing() {}
  }

  private static EngineExecutionResults run(DiscoverySelector selector) {
    EVENTS.clear();
    return EngineTestKit.engine("jasyncio").selectors(selector).execute();
  }

  private static List<String> failures(EngineExecutionResults results) {
    return results.testEvents().failed().stream()
        .map(AsyncTestEngineTest::describe)
        .sorted()
        .toList();
  }

  private static String describe(Event event) {
    Throwable failure =
        event
            .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
            .getThrowable()
            .orElseThrow();
    String firstLine = failure.getMessage().lines().findFirst().orElseThrow();
    return event.getTestDescriptor().getDisplayName() + ": " + firstLine;
  }

  @Test
  void class_isRunWithItsLifecycle() {
    EngineExecutionResults results = run(selectClass(Passing.class));

    results.testEvents().assertStatistics(stats -> stats.succeeded(2).skipped(1).failed(0));
    assertThat(EVENTS.get(0)).isEqualTo("before all");
    assertThat(EVENTS)
        .containsAtLeast("before, inherited", "before", "hour 1", "after", "after all")
        .inOrder();
    assertThat(EVENTS).contains("day 1");
    assertThat(
            results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName()))
        .containsExactly("hour()", "takes a day");
  }

  @Test
  void method_isRunAlone() {
    EngineExecutionResults results = run(selectMethod(Passing.class, "day"));

    results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
    assertThat(EVENTS)
        .containsExactly(
            "before all", "before, inherited", "before", "day 1", "after", "after all")
        .inOrder();
    assertThat(
            results
                .testEvents()
                .started()
                .stream()
                .flatMap(event -> event.getTestDescriptor().getTags().stream())
                .map(tag -> tag.getName()))
        .containsExactly("long");
  }

  @Test
  void uniqueId_findsItsTestAgain() {
    EngineExecutionResults first = run(selectMethod(Passing.class, "hour"));
    var id =
        first.testEvents().started().stream().findFirst().orElseThrow().getTestDescriptor()
            .getUniqueId();

    run(selectUniqueId(id)).testEvents().assertStatistics(stats -> stats.succeeded(1));
    assertThat(EVENTS).contains("hour 1");
  }

  @Test
  void failures_areReported() {
    EngineExecutionResults results = run(selectClass(Failing.class));

    assertThat(failures(results)).hasSize(3);
    assertThat(failures(results).get(0)).startsWith("fails(): the test's own words");
    assertThat(failures(results).get(1)).startsWith("returnsNothing(): An @AsyncTest returns");
    assertThat(failures(results).get(2))
        .startsWith("takesTooLong(): The test is not over after PT1M of virtual time");
  }

  @Test
  void classWithoutAsyncTests_isLeftAlone() {
    run(selectClass(AsyncTestEngineTest.class))
        .allEvents()
        .assertStatistics(stats -> stats.started(1));
  }
}
