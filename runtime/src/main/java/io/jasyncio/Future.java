package io.jasyncio;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A result that is not there yet, to be awaited by any number of tasks of one event loop. The
 * counterpart of {@code asyncio.Future}.
 *
 * <p>Unlike a {@link java.util.concurrent.Future} it never blocks, and it is for the loop's thread
 * only: other threads complete it with {@code loop.callSoonThreadsafe(() -> future.setResult(v))}.
 *
 * <p>Awaiting a future that is done gives its value at once, without giving way. Otherwise the task
 * suspends until the future is done; cancelling the task cancels the future.
 *
 * @param <T> the type of the result
 */
public sealed interface Future<T> extends Awaitable<T> permits Task, LoopFuture {

  /**
   * Returns the result. What the future failed with is thrown as it is, checked exceptions too.
   *
   * @return the result, may be null
   * @throws CancelledError if the future was cancelled
   * @throws InvalidStateException if the future is not done
   */
  T result();

  /**
   * Returns what the future failed with.
   *
   * @return the exception, or null if the future has a result
   * @throws CancelledError if the future was cancelled
   * @throws InvalidStateException if the future is not done
   */
  Throwable exception();

  /**
   * Tells whether there is a result, an exception or a cancellation.
   *
   * @return true once the future has come to its end
   */
  boolean done();

  /**
   * Tells whether the future was cancelled.
   *
   * @return true once it has come to its end by a cancellation
   */
  boolean cancelled();

  /**
   * Sets the result and schedules the callbacks.
   *
   * @param value the result, may be null
   * @throws InvalidStateException if the future is done
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  void setResult(T value);

  /**
   * Lets the future fail and schedules the callbacks.
   *
   * @param failure what awaits on this future throw
   * @throws InvalidStateException if the future is done
   * @throws IllegalArgumentException for a {@link StopIteration}
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  void setException(Throwable failure);

  /**
   * Cancels the future and schedules the callbacks.
   *
   * @return false if it was done already
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  default boolean cancel() {
    return cancel(null);
  }

  /**
   * Cancels the future with a message for the {@link CancelledError}.
   *
   * @param message may be null
   * @return false if it was done already
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  boolean cancel(String message);

  /**
   * Has the loop call {@code callback} when the future is done, or in its next turn if it is done
   * already. Callbacks are called in the order in which they were added; what they throw goes to
   * the loop's exception handler.
   *
   * @param callback gets this future
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  void addDoneCallback(Consumer<? super Future<T>> callback);

  /**
   * Does what {@link #addDoneCallback(Consumer)} does, in a context of the caller's choice. Without
   * one the callback runs in a copy of the context of whoever adds it.
   *
   * @param callback gets this future
   * @param context what the callback sees and changes; null for a copy of the present one
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  void addDoneCallback(Consumer<? super Future<T>> callback, Context context);

  /**
   * Takes all entries of a callback off the list.
   *
   * @param callback the same object, or an equal one
   * @return how many there were
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  int removeDoneCallback(Consumer<? super Future<T>> callback);

  /**
   * Returns the loop whose tasks may await this future.
   *
   * @return the loop
   */
  EventLoop getLoop();

  /**
   * Makes a view of this future for other threads and libraries. Cancelling the view cancels this
   * future. A cancelled future shows as {@link java.util.concurrent.CancellationException}, other
   * failures as {@code CompletableFuture} shows them.
   *
   * @return a new completable future
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  CompletableFuture<T> toCompletableFuture();

  @Override
  default Future<T> awaited() {
    return this;
  }
}
