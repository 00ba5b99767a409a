package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.util.Objects;
import java.util.Set;

/** The tasks of a loop: how they are made, which of them runs, and which are not done. */
final class LoopTasks {

  private final EventLoop loop;
  private final Turns turns;
  private final TaskList pending = new TaskList();
  private TaskFactory factory = TaskFactory.standard();
  private LoopTask<?> current;

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
      task.takeTurn();
    } else {
      turns.add(task);
    }
    return task;
  }

  /** The task whose step runs now, or null. */
  LoopTask<?> current() {
    return current;
  }

  /** A step of {@code task} begins; returns the task around it, which makes an eager one. */
  LoopTask<?> enter(LoopTask<?> task) {
    LoopTask<?> outer = current;
    current = task;
    return outer;
  }

  /** The step is over, and that of {@code outer} goes on. */
  void leave(LoopTask<?> outer) {
    current = outer;
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
