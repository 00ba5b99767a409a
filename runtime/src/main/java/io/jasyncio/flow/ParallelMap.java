package io.jasyncio.flow;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.Future;
import io.jasyncio.Task;
import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Children;
import io.jasyncio.internal.Sneaky;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** {@link Structured#mapConcurrently}: a task for each input, as many at a time as allowed. */
final class ParallelMap<A, R> {

  private final int limit;
  private final Iterable<? extends A> inputs;
  private final AsyncMapping<? super A, R> function;
  private final Consumer<? super Progress> listener;

  private final Children<R> children = new Children<>();

  /** Which input a task works on. */
  private final IdentityHashMap<Future<R>, Integer> places = new IdentityHashMap<>();

  private final List<R> results = new ArrayList<>();
  private int done;

  ParallelMap(
      int limit,
      Iterable<? extends A> inputs,
      AsyncMapping<? super A, R> function,
      Consumer<? super Progress> listener) {
    this.limit = limit;
    this.inputs = inputs;
    this.function = function;
    this.listener = listener;
  }

  @Async
  Coroutine<List<R>> run() {
    int total = inputs instanceof Collection<?> counted ? counted.size() : Progress.UNKNOWN;
    Iterator<? extends A> source = inputs.iterator();
    try {
      listener.accept(new Progress(0, 0, total));
      while (true) {
        while (children.running() < limit && source.hasNext()) {
          start(source.next());
        }
        if (places.isEmpty()) {
          break;
        }
        take(await(children.next()));
        listener.accept(new Progress(done, places.size(), total));
      }
    } finally {
      await(children.cancelAndWait());
    }
    return result(Collections.unmodifiableList(results));
  }

  private void start(A input) {
    Task<R> task = createTask(call(input));
    places.put(task, results.size());
    results.add(null);
    children.add(task);
  }

  /** Makes the coroutine inside the task, so that what making it throws is the task's failure. */
  @Async
  private Coroutine<R> call(A input) {
    Coroutine<R> coroutine;
    try {
      coroutine = function.apply(input);
    } catch (Exception failure) {
      throw Sneaky.raise(failure);
    }
    return result(await(coroutine));
  }

  private void take(Future<R> finished) {
    int place = places.remove(finished);
    results.set(place, finished.result());
    done++;
  }
}
