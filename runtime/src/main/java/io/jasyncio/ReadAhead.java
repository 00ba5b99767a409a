package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Children;
import io.jasyncio.internal.Sneaky;
import java.util.Collection;
import java.util.List;

/**
 * Reads async iterables in tasks of their own, ahead of who takes the values. The tasks end with
 * the iteration: however that is left, they are cancelled and waited for before it is over.
 */
final class ReadAhead<T> {

  /** How many values of one source may wait to be taken, with the one that it is asked for. */
  private final int ahead;

  private final AsyncQueue<Arrival<T>> arrivals = new AsyncQueue<>();
  private final Children<Void> readers = new Children<>();

  private ReadAhead(int ahead) {
    this.ahead = ahead;
  }

  /**
   * What a source has given.
   *
   * @param room where the source's reader waits for room; null at the end
   * @param failure what the source has failed with; null for a value and a regular end
   */
  private record Arrival<T>(AsyncQueue<Boolean> room, T value, Throwable failure) {}

  /** The values in the order in which they come; the first failure ends it all. */
  @Async
  static <T> AsyncGenerator<T> values(
      Collection<? extends AsyncIterable<? extends T>> sources, int ahead) {
    ReadAhead<T> reading = new ReadAhead<>(ahead);
    Throwable left = null;
    try {
      for (AsyncIterable<? extends T> source : sources) {
        reading.start(source);
      }
      int open = sources.size();
      while (open > 0) {
        Arrival<T> arrival = await(reading.arrivals.get());
        if (arrival.failure() != null) {
          throw Sneaky.raise(arrival.failure());
        }
        if (arrival.room() == null) {
          open--;
        } else {
          arrival.room().putNowait(true);
          emit(arrival.value());
        }
      }
    } catch (Throwable failure) {
      left = failure;
    }
    await(reading.end(left));
    return done();
  }

  private void start(AsyncIterable<? extends T> source) {
    readers.add(createTask(read(source)));
  }

  @Async
  private Coroutine<Void> read(AsyncIterable<? extends T> source) {
    AsyncQueue<Boolean> room = new AsyncQueue<>();
    for (int i = 1; i < ahead; i++) {
      room.putNowait(true);
    }
    try {
      for (T value : source) {
        arrivals.putNowait(new Arrival<>(room, value, null));
        boolean unused = await(room.get());
      }
      arrivals.putNowait(new Arrival<>(null, null, null));
    } catch (Throwable failure) {
      arrivals.putNowait(new Arrival<>(null, null, failure));
    }
    return result();
  }

  /**
   * Ends the readers, and throws what the iteration is left with. What their sources fail with when
   * they are closed takes the place of a mere closing, and is suppressed in anything else.
   */
  @Async
  private Coroutine<Void> end(Throwable left) {
    Throwable thrown = left;
    try {
      await(readers.cancelAndWait());
    } catch (CancelledError cancelled) {
      thrown = thrown == null ? cancelled : thrown;
    }
    while (!arrivals.empty()) {
      for (Throwable failure : ofClosing(arrivals.getNowait())) {
        if (thrown == null || thrown instanceof GeneratorExit) {
          thrown = failure;
        } else {
          thrown.addSuppressed(failure);
        }
      }
    }
    if (thrown != null) {
      throw Sneaky.raise(thrown);
    }
    return result();
  }

  /** A reader that was cancelled has ended with that; its source may have failed on the way. */
  private static List<Throwable> ofClosing(Arrival<?> arrival) {
    Throwable failure = arrival.failure();
    if (failure == null) {
      return List.of();
    }
    return failure instanceof CancelledError ? List.of(failure.getSuppressed()) : List.of(failure);
  }
}
