package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspendable;
import io.jasyncio.codegen.Suspension;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.Sneaky;
import io.jasyncio.internal.WaitingTask;
import io.jasyncio.internal.Waker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The future of an event loop.
 *
 * <p>It extends {@link Execution} because a task is both in one object; a plain future executes
 * nothing. Millions of these may wait at once: think before adding a field.
 */
non-sealed class LoopFuture<T> extends Execution implements Future<T>, Waker {

  private static final byte PENDING = 0;
  private static final byte SUCCEEDED = 1;
  private static final byte FAILED = 2;
  private static final byte CANCELLED = 3;

  /** Two or more callbacks or waiting tasks; a single one stands in the field itself. */
  private record Callbacks(ArrayList<Object> list) {

    /** Asks a copy: an {@code equals} method may add or remove callbacks itself. */
    int removeAll(Object callback) {
      Set<Object> equal = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Object candidate : list.toArray()) {
        if (callback.equals(withoutContext(candidate))) {
          equal.add(candidate);
        }
      }
      int before = list.size();
      list.removeIf(equal::contains);
      return before - list.size();
    }
  }

  final EventLoop loop;

  /**
   * The result or the exception. For a cancelled future the message of the cancellation, or the
   * {@link CancelledError} that ended the task. For a pending task the message of the cancellation
   * that is to be delivered.
   */
  private Object value;

  /** Null, a {@link LoopTask} that waits, a {@link Consumer}, or {@link Callbacks} of these. */
  private Object callbacks;

  private byte state;

  LoopFuture(EventLoop loop) {
    this.loop = loop;
  }

  @Override
  public final EventLoop getLoop() {
    return loop;
  }

  @Override
  public final boolean done() {
    return state != PENDING;
  }

  @Override
  public final boolean cancelled() {
    return state == CANCELLED;
  }

  @Override
  @SuppressWarnings("unchecked")
  public final T result() {
    return switch (state) {
      case SUCCEEDED -> (T) value;
      case FAILED -> throw Sneaky.raise(retrieved());
      case CANCELLED -> throw cancellation();
      default -> throw new InvalidStateException("Result is not ready: await it. " + this);
    };
  }

  @Override
  public final Throwable exception() {
    return switch (state) {
      case SUCCEEDED -> null;
      case FAILED -> retrieved();
      case CANCELLED -> throw cancellation();
      default -> throw new InvalidStateException("Exception is not set: await it. " + this);
    };
  }

  @Override
  public void setResult(T result) {
    succeed(result);
  }

  @Override
  public void setException(Throwable failure) {
    Arguments.notNull(failure, "failure");
    if (failure instanceof StopIteration) {
      throw new IllegalArgumentException(
          "StopIteration cannot be raised into a Future: it would end the coroutine that awaits it."
              + " Set a result, or another exception");
    }
    fail(failure);
  }

  @Override
  public boolean cancel(String message) {
    if (done()) {
      return false;
    }
    end(CANCELLED, message);
    return true;
  }

  @Override
  public final void addDoneCallback(Consumer<? super Future<T>> callback) {
    addDoneCallback(callback, null);
  }

  @Override
  public final void addDoneCallback(Consumer<? super Future<T>> callback, Context context) {
    Arguments.notNull(callback, "callback");
    loop.checkThread();
    Object seen = context != null ? context : loop.snapshotOfContext();
    add(seen == null ? callback : new Scheduled.WhenDone<>(loop, seen, callback));
  }

  @Override
  public final int removeDoneCallback(Consumer<? super Future<T>> callback) {
    Arguments.notNull(callback, "callback");
    loop.checkThread();
    if (callbacks instanceof Callbacks several) {
      return several.removeAll(callback);
    }
    if (callback.equals(withoutContext(callbacks))) {
      callbacks = null;
      return 1;
    }
    return 0;
  }

  private static Object withoutContext(Object callback) {
    return callback instanceof Scheduled.WhenDone<?> scheduled ? scheduled.callback() : callback;
  }

  /** The tasks and callbacks that wait for this, without their contexts. */
  final List<Object> waiting() {
    if (callbacks == null) {
      return List.of();
    }
    return callbacks instanceof Callbacks several
        ? several.list.stream().map(LoopFuture::withoutContext).toList()
        : List.of(withoutContext(callbacks));
  }

  @Override
  public final CompletableFuture<T> toCompletableFuture() {
    FutureView<T> view = new FutureView<>(loop);
    view.follow(this);
    return view;
  }

  @Override
  public final void wakes(WaitingTask task) {
    add(task);
  }

  @Override
  public final Object outcome(boolean unwanted) {
    return switch (state) {
      case SUCCEEDED -> value;
      case FAILED -> new Failure(retrieved());
      default -> new Failure(cancellation());
    };
  }

  @Override
  protected final Object await(Execution execution) {
    return done() ? result() : Suspension.waitFor(this, execution);
  }

  /** What this has failed with; null if it has not. Does not count as asking for it. */
  final Throwable failure() {
    return state == FAILED ? (Throwable) value : null;
  }

  /** What this has failed with, for someone who asks for it. */
  private Throwable retrieved() {
    DebugMode debug = loop.debugMode();
    if (debug != null) {
      debug.retrieved(this);
    }
    return (Throwable) value;
  }

  @Override
  public String describeWait() {
    if (done()) {
      return "is ready to go on";
    }
    return "waits for " + (this instanceof LoopTask<?> task ? task.title() : this);
  }

  final void succeed(Object result) {
    end(SUCCEEDED, result);
  }

  final void fail(Throwable failure) {
    end(FAILED, failure);
  }

  /** The coroutine of this task let {@code error} out. */
  final void endCancelled(CancelledError error) {
    end(CANCELLED, error);
  }

  /**
   * The error for one who asks for the result. The first gets the original, later ones a copy, so
   * that they do not change each other's.
   */
  final CancelledError cancellation() {
    if (value instanceof CancelledError original) {
      value = original.getMessage();
      return original;
    }
    return new CancelledError((String) value);
  }

  /** The message of the cancellation that a pending task is to get. */
  final String pendingCancelMessage() {
    return (String) value;
  }

  final void setPendingCancelMessage(String message) {
    value = message;
  }

  @Override
  protected Suspendable adapt(Object awaited) {
    throw notAnExecution();
  }

  @Override
  protected void waitFor(Suspendable awaited) {
    throw notAnExecution();
  }

  @Override
  protected Object sleep(Duration delay) {
    throw notAnExecution();
  }

  private static IllegalStateException notAnExecution() {
    return new IllegalStateException("a plain future runs no coroutine");
  }

  private void end(byte endState, Object endValue) {
    if (done()) {
      throw new InvalidStateException("The future is done already: check done() first. " + this);
    }
    loop.checkThread();
    state = endState;
    value = endValue;
    if (endState == FAILED && loop.debugMode() != null) {
      loop.debugMode().failed(this, (Throwable) endValue);
    }
    Object waiting = callbacks;
    callbacks = null;
    if (waiting instanceof Callbacks several) {
      several.list.forEach(this::schedule);
    } else if (waiting != null) {
      schedule(waiting);
    }
  }

  private void add(Object callback) {
    if (done()) {
      schedule(callback);
    } else if (callbacks == null) {
      callbacks = callback;
    } else if (callbacks instanceof Callbacks several) {
      several.list.add(callback);
    } else {
      ArrayList<Object> list = new ArrayList<>(4);
      list.add(callbacks);
      list.add(callback);
      callbacks = new Callbacks(list);
    }
  }

  @SuppressWarnings("unchecked")
  private void schedule(Object callback) {
    loop.enqueue(
        callback instanceof LoopTask<?> task
            ? task
            : new DoneCallback<>(this, (Consumer<? super Future<T>>) callback));
  }

  /** "pending", "finished" and so on, with the exception if there is one. */
  final String describeState() {
    return switch (state) {
      case PENDING -> "pending";
      case SUCCEEDED -> "finished";
      case FAILED -> "failed: " + value;
      default -> "cancelled";
    };
  }

  @Override
  public String toString() {
    return "Future (" + describeState() + ")";
  }
}
