package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.taskGroup;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What tasks do, as a tree: it can be run, and what must come of it can be computed by a model that
 * knows nothing of loops and tasks. No two things happen at the same nanosecond.
 */
sealed interface Plan {

  /** A time that never comes. */
  long NEVER = Long.MAX_VALUE;

  /** How a plan ends: a value, or the text of a failure. */
  record End(long time, boolean failed, String text) {
    static final String CANCELLED = "cancelled";

    static End cancelled(long time) {
      return new End(time, true, CANCELLED);
    }
  }

  /** What leaves have told, each with the time. */
  record Events(List<String> lines) {
    Events() {
      this(new ArrayList<>());
    }

    void add(String what, long time) {
      lines.add("%020d %s".formatted(time, what));
    }

    /** By time; what happens at the same time (cancellations) in one order. */
    List<String> sorted() {
      return lines.stream().sorted().toList();
    }
  }

  /** Runs the plan in the current task. */
  @Async
  Coroutine<String> run(Events events);

  /** Says how a run ends that begins at {@code start} and is cancelled at {@code cancel}. */
  End model(long start, long cancel, Events events);

  /** How it ends if nobody cancels it. */
  default End alone(long start) {
    return model(start, NEVER, new Events());
  }

  private static long now() {
    return Asyncio.getRunningLoop().time();
  }

  /** Sleeps, and then has a value or fails. */
  record Leaf(int id, long nanos, boolean failing) implements Plan {
    @Override
    @Async
    public Coroutine<String> run(Events events) {
      try {
        await(sleep(Duration.ofNanos(nanos)));
      } catch (CancelledError cancelled) {
        events.add(id + " cancelled", now());
        throw cancelled;
      }
      events.add(id + " ends", now());
      if (failing) {
        throw new IllegalStateException("boom" + id);
      }
      return result("v" + id);
    }

    @Override
    public End model(long start, long cancel, Events events) {
      long end = start + nanos;
      if (cancel < end) {
        events.add(id + " cancelled", cancel);
        return End.cancelled(cancel);
      }
      events.add(id + " ends", end);
      return new End(end, failing, failing ? "boom" + id : "v" + id);
    }
  }

  /** One after the other. */
  record Sequence(Plan first, Plan second) implements Plan {
    @Override
    @Async
    public Coroutine<String> run(Events events) {
      String before = await(first.run(events));
      return result(before + await(second.run(events)));
    }

    @Override
    public End model(long start, long cancel, Events events) {
      End before = first.model(start, cancel, events);
      if (before.failed()) {
        return before;
      }
      End after = second.model(before.time(), cancel, events);
      return after.failed() ? after : new End(after.time(), false, before.text() + after.text());
    }
  }

  /** All at once; the first failure is the end, and the others go on. */
  record Gather(List<Plan> plans) implements Plan {
    @Override
    @Async
    public Coroutine<String> run(Events events) {
      List<Coroutine<String>> running = plans.stream().map(plan -> plan.run(events)).toList();
      return result(await(Asyncio.<String>gather(running)).toString());
    }

    @Override
    public End model(long start, long cancel, Events events) {
      List<End> ends = plans.stream().map(plan -> plan.alone(start)).toList();
      End end = firstFailure(ends);
      if (end == null) {
        end = new End(last(ends), false, texts(ends).toString());
      }
      // When the gathering is over, cancelling it reaches nobody.
      long reached = cancel < end.time() ? cancel : NEVER;
      plans.forEach(plan -> plan.model(start, reached, events));
      return cancel < end.time() ? End.cancelled(cancel) : end;
    }
  }

  /** All at once, as a task group: the first failure cancels the others. */
  record Group(List<Plan> plans) implements Plan {
    @Override
    @Async
    public Coroutine<String> run(Events events) {
      List<Task<String>> tasks = new ArrayList<>();
      try (TaskGroup group = taskGroup()) {
        for (Plan plan : plans) {
          tasks.add(group.createTask(plan.run(events)));
        }
      }
      return result(tasks.stream().map(Task::result).toList().toString());
    }

    @Override
    public End model(long start, long cancel, Events events) {
      List<End> ends = plans.stream().map(plan -> plan.alone(start)).toList();
      End failure = firstFailure(ends);
      long over = failure == null ? last(ends) : failure.time();
      long reached = failure == null ? cancel : Math.min(cancel, over);
      for (int i = 0; i < plans.size(); i++) {
        boolean fails = cancel > over && ends.get(i).equals(failure);
        plans.get(i).model(start, fails ? NEVER : reached, events);
      }
      if (cancel < over) {
        return End.cancelled(cancel);
      }
      return failure == null
          ? new End(over, false, texts(ends).toString())
          : new End(over, true, "group[" + failure.text() + "]");
    }
  }

  /** With a limit, given by a block or by {@code waitFor}. */
  record Limited(Plan plan, long nanos, boolean block) implements Plan {
    @Override
    @Async
    @SuppressWarnings("try") // the block need not name its limit
    public Coroutine<String> run(Events events) {
      Duration limit = Duration.ofNanos(nanos);
      if (!block) {
        return result(await(Asyncio.waitFor(plan.run(events), limit)));
      }
      try (Timeout timeout = Asyncio.timeout(limit)) {
        return result(await(plan.run(events)));
      }
    }

    @Override
    public End model(long start, long cancel, Events events) {
      long limit = start + nanos;
      End end = plan.model(start, Math.min(cancel, limit), events);
      boolean expired = limit < cancel && limit < plan.alone(start).time();
      return expired ? new End(limit, true, "time-out") : end;
    }
  }

  /** Shielded from being cancelled. */
  record Shielded(Plan plan) implements Plan {
    @Override
    @Async
    public Coroutine<String> run(Events events) {
      return result(await(Asyncio.shield(plan.run(events))));
    }

    @Override
    public End model(long start, long cancel, Events events) {
      End end = plan.model(start, NEVER, events);
      return cancel < end.time() ? End.cancelled(cancel) : end;
    }
  }

  private static End firstFailure(List<End> ends) {
    return ends.stream().filter(End::failed).min(Comparator.comparingLong(End::time)).orElse(null);
  }

  private static long last(List<End> ends) {
    return ends.stream().mapToLong(End::time).max().orElseThrow();
  }

  private static List<String> texts(List<End> ends) {
    return ends.stream().map(End::text).toList();
  }
}
