package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.codegen.TailAwait;
import io.jasyncio.internal.LoopBinding;
import io.jasyncio.internal.Wait;
import io.jasyncio.internal.WaitQueue;
import io.jasyncio.internal.WaitingCall;

/**
 * Hands items from tasks to tasks, first in, first out. The counterpart of {@code asyncio.Queue}.
 *
 * <p>With a bound, {@link #put} waits while the queue is full. {@link #join} waits until every item
 * was not only taken but worked off, which the workers say with {@link #taskDone}. {@link
 * #shutdown} ends it all.
 *
 * <p>Those who wait to get or to put are served in the order of their calls. An item that is there
 * for a waiter that is being woken can still be had with {@link #getNowait}, as in Python; the
 * waiter then waits on and, unlike Python's, keeps its place.
 *
 * <p>A loop over a queue takes items out until the queue is shut down and empty; several tasks may
 * do so at once, and share the items.
 *
 * <p>For the tasks of one loop; not for several threads.
 *
 * @param <T> the type of the items, which may be null
 */
public sealed class AsyncQueue<T> implements AsyncIterable<T>
    permits AsyncLifoQueue, AsyncPriorityQueue {

  /**
   * How a queue stands at one moment.
   *
   * @param qsize how many items are in it
   * @param maxsize the bound, 0 for none
   * @param unfinishedTasks how many items were put in and are not worked off
   * @param tasksGetting how many tasks wait in {@link AsyncQueue#get}
   * @param tasksPutting how many tasks wait in {@link AsyncQueue#put}
   * @param tasksJoining how many tasks wait in {@link AsyncQueue#join}
   * @param shutDown whether {@link AsyncQueue#shutdown} was called
   */
  public record Statistics(
      int qsize,
      int maxsize,
      int unfinishedTasks,
      int tasksGetting,
      int tasksPutting,
      int tasksJoining,
      boolean shutDown) {}

  private final int maxsize;
  private final QueueItems<T> items;

  private final LoopBinding binding = new LoopBinding();

  /** For each in it who is woken there was an item when it was. */
  private final WaitQueue getters = new WaitQueue();

  /** For each in it who is woken there was room when it was. */
  private final WaitQueue putters = new WaitQueue();

  private final WaitQueue joiners = new WaitQueue();

  // One of each is kept for the next who waits, so that a queue that goes to and fro makes none.

  private Putting sparePutting;
  private Getting spareGetting;

  private int unfinished;
  private boolean shutDown;

  /** A queue without a bound. */
  public AsyncQueue() {
    this(0);
  }

  /**
   * A queue that holds so many items at most.
   *
   * @param maxsize zero for no bound
   * @throws IllegalArgumentException if it is negative
   */
  public AsyncQueue(int maxsize) {
    this(maxsize, new DequeItems<>(false));
  }

  AsyncQueue(int maxsize, QueueItems<T> items) {
    if (maxsize < 0) {
      throw new IllegalArgumentException(
          "maxsize must be >= 0, not " + maxsize + ": use 0 for a queue without a bound");
    }
    this.maxsize = maxsize;
    this.items = items;
  }

  /**
   * Puts an item in. Suspends while the queue is full, or while others wait to put; a put that is
   * cancelled has put nothing in.
   *
   * @param item may be null
   * @return a coroutine to be awaited
   * @throws QueueShutDownException from the await, if the queue is shut down, also meanwhile
   * @throws WrongLoopException from the await, if the queue is bound to another loop
   */
  @Async
  @TailAwait
  public final Coroutine<Void> put(T item) {
    binding.use(this);
    if (shutDown || (!full() && putters.isEmpty())) {
      putNowait(item);
      return result();
    }
    binding.bind();
    return result(await(putting(item)));
  }

  /** The same step by step, for what is no task. */
  @Async
  private Coroutine<Void> putByHand(T item) {
    Wait wait = Wait.in(putters, binding);
    try {
      await(wait);
      while (full() && !shutDown) {
        putters.waitAgain(wait);
        await(wait);
      }
      putNowait(item);
    } finally {
      putters.leave(wait);
      wakePutters();
    }
    return result();
  }

  /**
   * Puts an item in without waiting.
   *
   * @param item may be null
   * @throws QueueFullException if there is no room
   * @throws QueueShutDownException if the queue is shut down
   * @throws WrongLoopException on another thread than that of the queue's loop; there use {@code
   *     loop.callSoonThreadsafe(() -> queue.putNowait(item))}
   */
  public void putNowait(T item) {
    binding.use(this);
    if (shutDown) {
      throw new QueueShutDownException();
    }
    if (full()) {
      throw new QueueFullException(maxsize);
    }
    // Before the item is in: where waking is refused nothing has changed.
    if (items.size() + 1 > getters.woken()) {
      getters.wakeNext();
    }
    items.add(item);
    unfinished++;
  }

  /**
   * Takes the next item out. Suspends while the queue is empty, or while others wait for the items;
   * a get that is cancelled has taken nothing.
   *
   * @return a coroutine to be awaited
   * @throws QueueShutDownException from the await, if the queue is shut down and empty
   * @throws WrongLoopException from the await, if the queue is bound to another loop
   */
  @Async
  @TailAwait
  public final Coroutine<T> get() {
    binding.use(this);
    if ((!empty() && getters.isEmpty()) || isAtItsEnd()) {
      return result(getNowait());
    }
    binding.bind();
    return result(await(getting()));
  }

  /** The same step by step, for what is no task. */
  @Async
  private Coroutine<T> getByHand() {
    Wait wait = Wait.in(getters, binding);
    try {
      await(wait);
      while (empty() && !shutDown) {
        getters.waitAgain(wait);
        await(wait);
      }
      return result(getNowait());
    } finally {
      getters.leave(wait);
      wakeGetters();
    }
  }

  /**
   * Begins to take items out, for {@code for (T item : queue)}; the end is that of {@link #get}.
   *
   * @return a new iterator
   */
  @Override
  public final AsyncIterator<T> aiter() {
    return this::nextItem;
  }

  @Async
  private Coroutine<T> nextItem() {
    try {
      return result(await(get()));
    } catch (QueueShutDownException end) {
      throw new StopAsyncIteration();
    }
  }

  /**
   * Takes the next item out without waiting.
   *
   * @return the item
   * @throws QueueEmptyException if there is none
   * @throws QueueShutDownException if there is none and the queue is shut down
   * @throws WrongLoopException on another thread than that of the queue's loop
   */
  public T getNowait() {
    binding.use(this);
    if (empty()) {
      throw shutDown ? new QueueShutDownException() : new QueueEmptyException();
    }
    if (room() + 1 > putters.woken()) {
      putters.wakeNext();
    }
    T item = items.take();
    if (isAtItsEnd()) {
      getters.wakeAll();
    }
    return item;
  }

  /**
   * Says that an item that was taken is worked off.
   *
   * @throws IllegalStateException if all items are worked off already
   * @throws WrongLoopException on another thread than that of the queue's loop
   */
  public void taskDone() {
    binding.use(this);
    if (unfinished == 0) {
      throw new IllegalStateException(
          "taskDone() called too many times: call it once for each item taken");
    }
    if (unfinished == 1) {
      joiners.wakeAll();
    }
    unfinished--;
  }

  /**
   * Waits until all items are worked off. Suspends if there is one that is not; cancelling the wait
   * changes nothing else.
   *
   * @return a coroutine to be awaited
   * @throws WrongLoopException from the await, if the queue is bound to another loop
   */
  @Async
  public final Coroutine<Void> join() {
    binding.use(this);
    if (unfinished > 0) {
      Wait wait = Wait.in(joiners, binding);
      try {
        await(wait);
      } finally {
        joiners.leave(wait);
      }
    }
    return result();
  }

  /**
   * Shuts the queue down: nothing can be put in any more, and what is in it can be taken. All who
   * wait with nothing to wait for fail with {@link QueueShutDownException}. The counterpart of
   * {@code Queue.shutdown}.
   *
   * @throws WrongLoopException on another thread than that of the queue's loop
   */
  public void shutdown() {
    shutdown(false);
  }

  /**
   * Shuts the queue down, as {@link #shutdown()} does, and if wanted drops what is in it.
   *
   * @param immediate true to drop the items; they count as worked off, so that {@link #join} waits
   *     only for those that were taken
   * @throws WrongLoopException on another thread than that of the queue's loop
   */
  public void shutdown(boolean immediate) {
    binding.use(this);
    shutDown = true;
    if (immediate) {
      while (!empty()) {
        T unused = items.take();
        // taskDone() may have been called before its item was taken.
        unfinished = Math.max(0, unfinished - 1);
      }
      if (unfinished == 0) {
        joiners.wakeAll();
      }
    }
    putters.wakeAll();
    if (empty()) {
      getters.wakeAll();
    }
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
   * @return as given to the constructor; zero for none
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
    return items.size() == 0;
  }

  /**
   * Tells whether the queue is full.
   *
   * @return true if there is a bound and it is reached
   */
  public boolean full() {
    return room() == 0;
  }

  /**
   * Returns how the queue stands.
   *
   * @return a snapshot
   */
  public Statistics statistics() {
    return new Statistics(
        qsize(), maxsize, unfinished, getters.size(), putters.size(), joiners.size(), shutDown);
  }

  /** For dumps: what the first who waits to get waits for, or null. */
  final Future<?> nextGetter() {
    return getters.peek() instanceof WaitingCall<?> call ? call.waiter() : Wait.next(getters);
  }

  private Putting putting(T item) {
    Putting putting = sparePutting != null ? sparePutting : new Putting();
    sparePutting = null;
    putting.item = item;
    return putting;
  }

  private Getting getting() {
    Getting getting = spareGetting != null ? spareGetting : new Getting();
    spareGetting = null;
    return getting;
  }

  /** A put that waits for room. */
  private final class Putting extends WaitingCall<Void> {

    private T item;

    Putting() {
      super(putters);
    }

    @Override
    protected Coroutine<Void> inSteps() {
      return putByHand(item);
    }

    @Override
    protected boolean isPossible() {
      return shutDown || !full();
    }

    @Override
    protected Void carryOut() {
      putNowait(item);
      return null;
    }

    @Override
    protected void handOn() {
      item = null;
      sparePutting = this;
      wakePutters();
    }
  }

  /** A get that waits for an item. */
  private final class Getting extends WaitingCall<T> {

    Getting() {
      super(getters);
    }

    @Override
    protected Coroutine<T> inSteps() {
      return getByHand();
    }

    @Override
    protected boolean isPossible() {
      return shutDown || !empty();
    }

    @Override
    protected T carryOut() {
      return getNowait();
    }

    @Override
    protected void handOn() {
      spareGetting = this;
      wakeGetters();
    }
  }

  private long room() {
    return maxsize == 0 ? Integer.MAX_VALUE : maxsize - items.size();
  }

  private boolean isAtItsEnd() {
    return shutDown && empty();
  }

  /** One has left: wakes others for the items that are not for those who are woken already. */
  private void wakeGetters() {
    while (items.size() > getters.woken() && getters.wakeNext()) {
      // The waking is all.
    }
  }

  /** One has left: wakes others for the room that is not for those who are woken already. */
  private void wakePutters() {
    while (room() > putters.woken() && putters.wakeNext()) {
      // The waking is all.
    }
  }

  @Override
  public String toString() {
    return "%s (%d items, maxsize %d, %d get, %d put%s)"
        .formatted(
            getClass().getSimpleName(),
            qsize(),
            maxsize,
            getters.size(),
            putters.size(),
            shutDown ? ", shut down" : "");
  }
}
