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
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** {@link AsyncTest}: how its engine finds, runs and judges tests. */
final class AsyncTestEngineTest {

  private static final List<String> EVENTS = new ArrayList<>();

  /** Tests for this test to run. */
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

  /** What the launcher tells of the tests. */
  private static final class Results implements TestExecutionListener {

    private final List<TestIdentifier> succeeded = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      skipped.add(test.getDisplayName() + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getThrowable().isPresent()) {
        String firstLine = result.getThrowable().get().getMessage().lines().findFirst().get();
        failed.add(test.getDisplayName() + ": " + firstLine);
      } else if (test.isTest()) {
        succeeded.add(test);
      }
    }

    List<String> names() {
      return succeeded.stream().map(TestIdentifier::getDisplayName).toList();
    }
  }

  private static Results run(DiscoverySelector selector) {
    EVENTS.clear();
    Results results = new Results();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selector)
            .filters(EngineFilter.includeEngines("jasyncio"))
            .build();
    LauncherFactory.create().execute(request, results);
    return results;
  }

  @Test
  void class_isRunWithItsLifecycle() {
    Results results = run(selectClass(Passing.class));

    assertThat(results.names()).containsExactly("hour()", "takes a day");
    assertThat(results.skipped).containsExactly("disabled(): not today");
    assertThat(results.failed).isEmpty();
    assertThat(EVENTS.get(0)).isEqualTo("before all");
    assertThat(EVENTS)
        .containsAtLeast("before, inherited", "before", "hour 1", "after", "after all")
        .inOrder();
    assertThat(EVENTS).contains("day 1");
  }

  @Test
  void method_isRunAlone() {
    Results results = run(selectMethod(Passing.class, "day"));

    assertThat(results.names()).containsExactly("takes a day");
    assertThat(EVENTS)
        .containsExactly("before all", "before, inherited", "before", "day 1", "after", "after all")
        .inOrder();
    assertThat(results.succeeded.get(0).getTags()).containsExactly(TestTag.create("long"));
  }

  @Test
  void uniqueId_findsItsTestAgain() {
    Results first = run(selectMethod(Passing.class, "hour"));
    Results second = run(selectUniqueId(first.succeeded.get(0).getUniqueIdObject()));

    assertThat(second.names()).containsExactly("hour()");
    assertThat(EVENTS).contains("hour 1");
  }

  @Test
  void failures_areReported() {
    List<String> failed = run(selectClass(Failing.class)).failed.stream().sorted().toList();

    assertThat(failed).hasSize(3);
    assertThat(failed.get(0)).startsWith("fails(): the test's own words");
    assertThat(failed.get(1)).startsWith("returnsNothing(): An @AsyncTest returns");
    assertThat(failed.get(2)).startsWith("takesTooLong(): Not over after PT1M of virtual time");
  }

  @Test
  void classWithoutAsyncTests_isLeftAlone() {
    Results results = run(selectClass(AsyncTestEngineTest.class));

    assertThat(results.names()).isEmpty();
    assertThat(results.failed).isEmpty();
  }
}
