package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random trees of sequences, gathers, groups, time-outs and shields, cancelled at random times: who
 * ends when, and how, is what a model says that computes it from the tree. A failure names its seed
 * and its plan. {@code -Djasyncio.seeds=100000} tries as many.
 */
class RandomTasksTest {

  private static final Duration AFTER_ALL = Duration.ofDays(100);
  private static final int DEEPEST = 4;

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("jasyncio.seeds", 500));
  }

  private int leaves;

  @ParameterizedTest
  @MethodSource("seeds")
  void tasks_endWhenAndAsTheModelSays(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Plan plan = plan(random, DEEPEST);
    long cancel = random.nextBoolean() ? nanos(random, DEEPEST) : Plan.NEVER;
    Plan.Events expected = new Plan.Events();
    Plan.End end = plan.model(0, cancel, expected);
    Plan.Events actual = new Plan.Events();

    Plan.End ended = run(plan, cancel, actual);

    assertEquals(expected.sorted(), actual.sorted(), () -> cancel + " " + plan);
    assertEquals(end, ended, () -> cancel + " " + plan);
  }

  private static Plan.End run(Plan plan, long cancel, Plan.Events events) {
    EventLoop loop = VirtualLoop.create();
    // Failures that a shield or a gather has hidden are part of the plan.
    loop.setExceptionHandler((where, context) -> {});
    try (Runner runner = new Runner(loop)) {
      return runner.run(watched(plan, cancel, events));
    }
  }

  @Async
  private static Coroutine<Plan.End> watched(Plan plan, long cancel, Plan.Events events) {
    Task<Plan.End> task = createTask(ended(plan, events));
    if (cancel != Plan.NEVER) {
      createTask(cancelledAt(cancel, task));
    }
    Plan.End end = await(task);
    await(sleep(AFTER_ALL));
    return result(end);
  }

  @Async
  private static Coroutine<Void> cancelledAt(long time, Task<?> task) {
    await(sleep(Duration.ofNanos(time)));
    task.cancel();
    return result();
  }

  @Async
  private static Coroutine<Plan.End> ended(Plan plan, Plan.Events events) {
    try {
      String value = await(plan.run(events));
      return result(new Plan.End(now(), false, value));
    } catch (CancelledError cancelled) {
      return result(Plan.End.cancelled(now()));
    } catch (RuntimeException failure) {
      return result(new Plan.End(now(), true, text(failure)));
    }
  }

  private static long now() {
    return Asyncio.getRunningLoop().time();
  }

  private static String text(Throwable failure) {
    if (failure instanceof ExceptionGroup group) {
      return "group" + group.exceptions().stream().map(RandomTasksTest::text).toList();
    }
    return failure instanceof AsyncTimeoutException ? "time-out" : failure.getMessage();
  }

  private Plan plan(Random random, int depth) {
    if (depth == 0) {
      return new Plan.Leaf(++leaves, nanos(random, 1), random.nextInt(6) == 0);
    }
    int below = random.nextInt(depth);
    return switch (random.nextInt(6)) {
      case 0 -> new Plan.Sequence(plan(random, below), plan(random, below));
      case 1 -> new Plan.Gather(plans(random, below));
      case 2 -> new Plan.Group(plans(random, below));
      case 3, 4 -> new Plan.Limited(plan(random, below), nanos(random, 1), random.nextBoolean());
      default -> new Plan.Shielded(plan(random, below));
    };
  }

  private List<Plan> plans(Random random, int depth) {
    List<Plan> plans = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      plans.add(plan(random, depth));
    }
    return plans;
  }

  /** Some hours, to the nanosecond, so that hardly ever two times are the same. */
  private static long nanos(Random random, int times) {
    return 1 + (long) (random.nextDouble() * times * Duration.ofHours(10).toNanos());
  }
}
