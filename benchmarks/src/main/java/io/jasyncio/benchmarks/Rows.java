package io.jasyncio.benchmarks;

import static io.jasyncio.benchmarks.Form.KOTLIN;
import static io.jasyncio.benchmarks.Form.VIRTUAL_THREADS_1;

import io.jasyncio.benchmarks.Row.Kind;
import java.util.List;
import java.util.Map;

/** All rows, in the order of the tables, with what is to be reached in each. */
public final class Rows {

  private static final Goal LIMIT = Goal.handWritten(1.25).ahead(KOTLIN, 1);
  private static final Goal LIMIT_OF_TASKS = Goal.handWritten(1.5);

  /** Every row. */
  public static final List<Row> ALL =
      List.of(
          jmh("await, static", "AwaitStatic", "plain", certainAwait()),
          mixed("await, static", "AwaitStatic", certainAwait().ahead(KOTLIN, 20)),
          await("virtual", "plain", LIMIT.ahead(VIRTUAL_THREADS_1, 1)),
          await("virtual", "mixed", LIMIT.ahead(KOTLIN, 4)),
          await("monomorphic", "plain", LIMIT.ahead(VIRTUAL_THREADS_1, 1)),
          await("monomorphic", "mixed", LIMIT.ahead(KOTLIN, 4)),
          await("megamorphic", "plain", LIMIT.ahead(KOTLIN, 4)),
          await("megamorphic", "mixed", LIMIT.ahead(KOTLIN, 4)),
          jmh("fib, a call", "Fib", "plain", fib()),
          mixed("fib, a call", "Fib", fib()),
          jmh("yield to the loop", "Yield", "plain", yields()),
          mixed("yield to the loop", "Yield", yields()),
          chain("1", "plain", LIMIT),
          chain("1", "mixed", LIMIT),
          chain("100", "plain", LIMIT.ahead(KOTLIN, 2.5)),
          chain("100", "mixed", LIMIT.ahead(KOTLIN, 2.5)),
          new Row(
              "ping-pong over a queue of capacity 1, a message",
              Kind.JMH,
              "PingPong",
              Map.of(),
              "ns",
              true,
              LIMIT_OF_TASKS.ahead(KOTLIN, 8).ahead(VIRTUAL_THREADS_1, 20)),
          jmh("spawn and join, a task", "Spawn", "plain", spawn()),
          mixed("spawn and join, a task", "Spawn", spawn()),
          wakeUp("latency", true),
          wakeUp("throughput", true),
          new Row(
              "100,000 sleeps of 0 to 50 ms, processor time",
              Kind.JMH,
              "Timers",
              Map.of(),
              "ms",
              true,
              Goal.NONE.ahead(KOTLIN, 2)),
          rareAwait("tight"),
          rareAwait("vectorised"),
          jmh("20 live locals, a suspension", "LiveLocals", "plain", LIMIT),
          mixed("20 live locals, a suspension", "LiveLocals", LIMIT),
          sleeping(1),
          sleeping(10),
          startUp("start-up of hello world", "elapsed", "ms"),
          startUp("jars of hello world", "jars", "KiB"));

  private Rows() {}

  private static Goal certainAwait() {
    return LIMIT.ahead(VIRTUAL_THREADS_1, 1);
  }

  private static Goal fib() {
    return LIMIT.ahead(KOTLIN, 8).ahead(VIRTUAL_THREADS_1, 1);
  }

  private static Goal yields() {
    return LIMIT.ahead(KOTLIN, 2.5).ahead(VIRTUAL_THREADS_1, 20);
  }

  private static Goal spawn() {
    return LIMIT_OF_TASKS.ahead(KOTLIN, 8).ahead(VIRTUAL_THREADS_1, 20);
  }

  private static Row jmh(String title, String workload, String profile, Goal goal) {
    return new Row(title, Kind.JMH, workload, Map.of("profile", profile), "ns", true, goal);
  }

  private static Row mixed(String title, String workload, Goal goal) {
    return jmh(title + ", mixed", workload, "mixed", goal);
  }

  private static Row await(String receivers, String profile, Goal goal) {
    return new Row(
        "await, " + receivers + (profile.equals("mixed") ? ", mixed" : ""),
        Kind.JMH,
        "AwaitVirtual",
        Map.of("receivers", receivers, "profile", profile),
        "ns",
        receivers.equals("megamorphic"),
        goal);
  }

  private static Row chain(String suspensions, String profile, Goal goal) {
    return new Row(
        (suspensions.equals("1")
                ? "chain of 100, leaf suspends once, a frame"
                : "chain of 100, leaf suspends 100 times, a suspension")
            + (profile.equals("mixed") ? ", mixed" : ""),
        Kind.JMH,
        "Chain",
        Map.of("suspensions", suspensions, "profile", profile),
        "ns",
        profile.equals("plain"),
        goal);
  }

  private static Row wakeUp(String measure, boolean daily) {
    return new Row(
        "wake-up from another thread, " + measure,
        Kind.JMH,
        "WakeUp",
        Map.of("measure", measure),
        "ns",
        daily,
        LIMIT);
  }

  private static Row rareAwait(String kind) {
    return new Row(
        kind + " loop with a rare await, a turn",
        Kind.JMH,
        "RareAwait",
        Map.of("kind", kind),
        "ns",
        true,
        Goal.handWritten(1.1).ahead(KOTLIN, 1));
  }

  private static Row sleeping(int depth) {
    return new Row(
        "a sleeping coroutine, depth " + depth,
        Kind.MEMORY,
        "Sleeping",
        Map.of("depth", Integer.toString(depth)),
        "B",
        true,
        Goal.NONE.ahead(KOTLIN, 1));
  }

  private static Row startUp(String title, String measure, String unit) {
    return new Row(
        title, Kind.START_UP, "StartUp", Map.of("measure", measure), unit, true, Goal.NONE);
  }
}
