package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The tasks of a loop: how they are made, which of them runs, and which are not done. */
final class LoopTasks {

  /** So many numbers a loop takes at a time: to take one each time would cost as much as a step. */
  private static final int NUMBERS_AT_A_TIME = 64;

  private static final AtomicInteger NUMBERS_TAKEN = new AtomicInteger();

  private final EventLoop loop;
  private final Turns turns;
  private final TaskList pending = new TaskList();
  private TaskFactory factory = TaskFactory.standard();
  private LoopTask<?> current;
  private int lastNumber;

  LoopTasks(EventLoop loop, Turns turns) {
    this.loop = loop;
    this.turns = turns;
  }

  TaskFactory factory() {
    return factory;
  }

  void setFactory(TaskFactory chosen) {
    factory = chosen == null ? TaskFactory.standard() : chosen;
  }

  /** Has the factory make a task. */
  <T> Task<T> create(Coroutine<T> coroutine, String name, Context context) {
    Arguments.notNull(coroutine, "coroutine");
    if (loop.isClosed() && coroutine.isUnused()) {
      // It is not to be reported as never awaited: its maker gets the exception below.
      coroutine.close();
    }
    loop.checkClosed();
    turns.checkThread();
    return Objects.requireNonNull(
        factory.createTask(loop, coroutine, name, context),
        "The task factory returned null: let it return the task that it has made");
  }

  /**
   * Makes a task, as factories do in the end.
   *
   * @param context null for a copy of the current one
   * @param atOnce true to run its first step now, inside whatever runs now
   */
  <T> Task<T> start(Coroutine<T> coroutine, String name, Context context, boolean atOnce) {
    Arguments.notNull(coroutine, "coroutine");
    loop.checkClosed();
    turns.checkThread();
    Object seen = context != null ? context : loop.snapshotOfContext();
    LoopTask<T> task = new LoopTask<>(loop, coroutine, name, seen);
    DebugMode debug = loop.debugMode();
    if (debug != null) {
      debug.made(task);
    }
    pending.add(task);
    if (atOnce) {
      task.startAtOnce();
    } else {
      turns.add(task);
    }
    return task;
  }

  /** A number for a task's name, which no task of any loop has. */
  int nextNumber() {
    if (lastNumber % NUMBERS_AT_A_TIME == 0) {
      lastNumber = NUMBERS_TAKEN.getAndAdd(NUMBERS_AT_A_TIME);
    }
    lastNumber++;
    return lastNumber;
  }

  /** The task whose step runs now, or null. */
  LoopTask<?> current() {
    return current;
  }

  /** Notes whose step runs; null for nobody's. */
  void setCurrent(LoopTask<?> task) {
    current = task;
  }

  /** The task is done. */
  void forget(LoopTask<?> task) {
    pending.remove(task);
    DebugMode debug = loop.debugMode();
    if (debug != null) {
      debug.done(task);
    }
  }

  /** Those that are not done. */
  Set<Task<?>> pending() {
    return pending.toSet();
  }
}
