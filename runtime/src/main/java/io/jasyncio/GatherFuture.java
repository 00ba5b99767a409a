package io.jasyncio;

import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The future of {@link Asyncio#gather}: done when all its children are, or when one has failed.
 *
 * <p>Like a task it does not end when it is cancelled, but when its children have.
 */
final class GatherFuture<R> extends LoopFuture<R> implements Consumer<Future<?>> {

  private final boolean returnExceptions;

  /** Makes the result of those of the children. */
  private final Function<List<Object>, R> collect;

  /** In the order of the arguments; one that was given twice stands here twice. */
  private final List<Future<?>> children;

  /** How many different children are not done. */
  private int unfinished;

  private boolean cancelRequested;

  private GatherFuture(
      EventLoop loop,
      List<Future<?>> children,
      boolean returnExceptions,
      Function<List<Object>, R> collect) {
    super(loop);
    this.children = children;
    this.returnExceptions = returnExceptions;
    this.collect = collect;
  }

  /** Gathers awaitables into a list. Whoever calls this knows what types the outcomes have. */
  @SuppressWarnings("unchecked")
  static <T> Future<List<T>> ofList(
      Collection<? extends Awaitable<?>> awaitables, boolean returnExceptions) {
    return of(
        awaitables, returnExceptions, outcomes -> (List<T>) Collections.unmodifiableList(outcomes));
  }

  /**
   * Makes tasks of what are not futures yet, and gathers them, in the loop of the first.
   *
   * @param collect makes the result of the children's results, in the order of the arguments
   */
  static <R> Future<R> of(
      Collection<? extends Awaitable<?>> awaitables,
      boolean returnExceptions,
      Function<List<Object>, R> collect) {
    Arguments.notNull(awaitables, "awaitables");
    IdentityHashMap<Object, Future<?>> futures = new IdentityHashMap<>();
    List<Future<?>> children = new ArrayList<>(awaitables.size());
    List<Future<?>> distinct = new ArrayList<>(awaitables.size());
    EventLoop loop = null;
    for (Awaitable<?> awaitable : awaitables) {
      Future<?> child = futures.get(awaitable);
      if (child == null) {
        child = Asyncio.ensureFuture(awaitable);
        loop = checkLoop(child, loop);
        futures.put(awaitable, child);
        distinct.add(child);
      }
      children.add(child);
    }
    GatherFuture<R> gathered =
        new GatherFuture<>(
            loop == null ? CurrentLoop.get() : loop, children, returnExceptions, collect);
    gathered.watch(distinct);
    return gathered;
  }

  private static EventLoop checkLoop(Future<?> child, EventLoop loop) {
    if (loop != null && child.getLoop() != loop) {
      throw new WrongLoopException(
          "gather got " + child + " attached to a different loop: gather futures of one loop only");
    }
    return child.getLoop();
  }

  private void watch(List<Future<?>> distinct) {
    unfinished = distinct.size();
    if (unfinished == 0) {
      succeed(collect.apply(List.of()));
    }
    for (Future<?> child : distinct) {
      if (!child.done()) {
        child.addDoneCallback(this);
      }
    }
    // Where all are done already, as eager tasks may be, this is done when it is returned.
    for (Future<?> child : distinct) {
      if (child.done()) {
        accept(child);
      }
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
      finish(child);
    }
  }

  private void finish(Future<?> last) {
    if (cancelRequested) {
      // Goes on to the awaiting task even if the exceptions are returned.
      fail(last.cancelled() ? failureOf(last) : new CancelledError());
      return;
    }
    List<Object> outcomes = new ArrayList<>(children.size());
    for (Future<?> child : children) {
      Throwable failure = failureOf(child);
      outcomes.add(failure == null ? child.result() : failure);
    }
    succeed(collect.apply(outcomes));
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
