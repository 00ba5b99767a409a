package io.jasyncio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * The future of {@link Asyncio#gather}: done when all its children are, or when one has failed.
 *
 * <p>Like a task it does not end when it is cancelled, but when its children have.
 */
final class GatherFuture<T> extends LoopFuture<List<T>> implements Consumer<Future<?>> {

  private final boolean returnExceptions;

  /** In the order of the arguments; one that was given twice stands here twice. */
  private final List<Future<?>> children;

  /** How many different children are not done. */
  private int unfinished;

  private boolean cancelRequested;

  private GatherFuture(EventLoop loop, List<Future<?>> children, boolean returnExceptions) {
    super(loop);
    this.children = children;
    this.returnExceptions = returnExceptions;
  }

  /**
   * Makes tasks of what are not futures yet, and gathers them.
   *
   * @param loop the loop for these tasks
   */
  static <T> Future<List<T>> of(
      EventLoop loop,
      Collection<? extends Awaitable<? extends T>> awaitables,
      boolean returnExceptions) {
    IdentityHashMap<Object, Future<?>> futures = new IdentityHashMap<>();
    List<Future<?>> children = new ArrayList<>(awaitables.size());
    List<Future<?>> distinct = new ArrayList<>(awaitables.size());
    for (Awaitable<? extends T> awaitable : awaitables) {
      Future<?> child = futures.get(awaitable);
      if (child == null) {
        child = Adapter.ensureFuture(awaitable, loop);
        checkLoop(child, loop);
        futures.put(awaitable, child);
        distinct.add(child);
      }
      children.add(child);
    }
    GatherFuture<T> gathered = new GatherFuture<>(loop, children, returnExceptions);
    gathered.watch(distinct);
    return gathered;
  }

  private static void checkLoop(Future<?> child, EventLoop loop) {
    if (child.getLoop() != loop) {
      throw new WrongLoopException(
          "gather got " + child + " attached to a different loop: gather futures of one loop only");
    }
  }

  private void watch(List<Future<?>> distinct) {
    unfinished = distinct.size();
    if (unfinished == 0) {
      succeed(List.of());
    }
    for (Future<?> child : distinct) {
      child.addDoneCallback(this);
    }
  }

  /** A child is done. */
  @Override
  public void accept(Future<?> child) {
    unfinished--;
    if (done()) {
      return;
    }
    if (!returnExceptions) {
      Throwable failure = failureOf(child);
      if (failure != null) {
        fail(failure);
        return;
      }
    }
    if (unfinished == 0) {
      finish();
    }
  }

  private void finish() {
    if (cancelRequested) {
      // Goes on to the awaiting task even if the exceptions are returned.
      Future<?> last = children.get(children.size() - 1);
      fail(last.cancelled() ? failureOf(last) : new CancelledError());
      return;
    }
    List<Object> outcomes = new ArrayList<>(children.size());
    for (Future<?> child : children) {
      Throwable failure = failureOf(child);
      outcomes.add(failure == null ? child.result() : failure);
    }
    succeed(Collections.unmodifiableList(outcomes));
  }

  private static Throwable failureOf(Future<?> child) {
    return child.cancelled() ? ((LoopFuture<?>) child).cancellation() : child.exception();
  }

  @Override
  public boolean cancel(String message) {
    if (done()) {
      return false;
    }
    boolean cancelled = false;
    for (Future<?> child : children) {
      cancelled |= child.cancel(message);
    }
    cancelRequested |= cancelled;
    return cancelled;
  }
}
