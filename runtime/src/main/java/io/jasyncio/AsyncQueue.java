package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import java.util.ArrayDeque;

/**
 * Hands items from tasks to tasks, first in, first out. The counterpart of {@code asyncio.Queue}.
 *
 * <p>With a bound, {@link #put} waits while the queue is full. {@link #join} waits until every item
 * was not only taken but worked off, which the workers say with {@link #taskDone}.
 *
 * <p>For the tasks of one loop; not for several threads.
 *
 * @param <T> the type of the items, which may be null
 */
public final class AsyncQueue<T> {

  /** Stands for null, which an {@code ArrayDeque} refuses. */
  private static final Object NULL = new Object();

  private final int maxsize;
  private final ArrayDeque<Object> items = new ArrayDeque<>();
  private final WaitQueue getters = new WaitQueue();
  private final WaitQueue putters = new WaitQueue();
  private final WaitQueue joiners = new WaitQueue();
  private int unfinished;

  /** A queue without a bound. */
  public AsyncQueue() {
    this(0);
  }

  /**
   * A queue that holds so many items at most.
   *
   * @param maxsize zero or less for no bound
   */
  public AsyncQueue(int maxsize) {
    this.maxsize = maxsize;
  }

  /**
   * Puts an item in. Suspends while the queue is full; a put that is cancelled has put nothing in.
   * Those who wait come first in the order of their calls.
   *
   * @param item may be null
   * @return a coroutine to be awaited
   */
  @Async
  public Coroutine<Void> put(T item) {
    while (full()) {
      Future<Void> turn = putters.enter();
      try {
        await(turn);
      } catch (Throwable failure) {
        putters.leave(turn, !full());
        throw failure;
      }
    }
    putNowait(item);
    return result();
  }

  /**
   * Puts an item in without waiting.
   *
   * @param item may be null
   * @throws QueueFullException if there is no room
   */
  public void putNowait(T item) {
    if (full()) {
      throw new QueueFullException(maxsize);
    }
    items.add(item == null ? NULL : item);
    unfinished++;
    getters.wakeNext();
  }

  /**
   * Takes the oldest item out. Suspends while the queue is empty; a get that is cancelled has taken
   * nothing. Those who wait are served in the order of their calls.
   *
   * @return a coroutine to be awaited
   */
  @Async
  public Coroutine<T> get() {
    while (empty()) {
      Future<Void> turn = getters.enter();
      try {
        await(turn);
      } catch (Throwable failure) {
        getters.leave(turn, !empty());
        throw failure;
      }
    }
    return result(getNowait());
  }

  /**
   * Takes the oldest item out without waiting.
   *
   * @return the item
   * @throws QueueEmptyException if there is none
   */
  @SuppressWarnings("unchecked")
  public T getNowait() {
    if (empty()) {
      throw new QueueEmptyException();
    }
    Object item = items.remove();
    putters.wakeNext();
    return item == NULL ? null : (T) item;
  }

  /**
   * Says that an item that was taken is worked off.
   *
   * @throws IllegalStateException if all items are worked off already
   */
  public void taskDone() {
    if (unfinished == 0) {
      throw new IllegalStateException(
          "taskDone() called too many times: call it once for each item taken");
    }
    unfinished--;
    if (unfinished == 0) {
      joiners.wakeAll();
    }
  }

  /**
   * Waits until all items are worked off. Suspends if there is one that is not; cancelling the wait
   * changes nothing else.
   *
   * @return a coroutine to be awaited
   */
  @Async
  public Coroutine<Void> join() {
    if (unfinished > 0) {
      Future<Void> turn = joiners.enter();
      try {
        await(turn);
      } catch (Throwable failure) {
        joiners.leave(turn, false);
        throw failure;
      }
    }
    return result();
  }

  /**
   * Counts the items.
   *
   * @return how many items are in the queue
   */
  public int qsize() {
    return items.size();
  }

  /**
   * Returns the bound.
   *
   * @return as given to the constructor; zero or less for none
   */
  public int maxsize() {
    return maxsize;
  }

  /**
   * Tells whether the queue is empty.
   *
   * @return true if there is no item
   */
  public boolean empty() {
    return items.isEmpty();
  }

  /**
   * Tells whether the queue is full.
   *
   * @return true if there is a bound and it is reached
   */
  public boolean full() {
    return maxsize > 0 && items.size() >= maxsize;
  }

  @Override
  public String toString() {
    return "AsyncQueue (%d items, %d get, %d put)"
        .formatted(qsize(), getters.size(), putters.size());
  }
}
