package generators;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.Coroutine;
import io.jasyncio.Generator;
import io.jasyncio.StopAsyncIteration;
import io.jasyncio.StopIteration;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** A {@code return done()} whose {@code finally} block ends otherwise. */
public class DroppedEnds {

  @Async
  @SuppressWarnings({"finally", "CancellationSwallowed"})
  static Generator<Integer> thrown(Trace t, int end) {
    try {
      emit(1);
      return done(t.note("end", end));
    } finally {
      t.log("finally");
      throw new IllegalStateException("instead");
    }
  }

  @Async
  @SuppressWarnings({"finally", "CancellationSwallowed"})
  static Generator<Integer> returned(Trace t) {
    try {
      emit(2);
      return done(t.note("first", 20));
    } finally {
      emit(3);
      return done(t.note("second", 30));
    }
  }

  @Async
  @SuppressWarnings({"finally", "CancellationSwallowed"})
  static AsyncGenerator<Integer> async(Trace t) {
    try {
      emit(await(t.later(4)));
      return done();
    } finally {
      await(t.pause());
      throw new IllegalStateException(await(t.later("instead")));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    drain(t, t.generator(() -> thrown(t, 10)));
    drain(t, t.generator(() -> returned(t)));
    AsyncGenerator<Integer> values = t.asyncGenerator(() -> async(t));
    try {
      while (true) {
        t.log(await(values.anext()));
      }
    } catch (StopAsyncIteration | IllegalStateException e) {
      t.log("end", e);
    }
    return result();
  }

  private static void drain(Trace t, Generator<Integer> values) {
    try {
      while (true) {
        t.log(values.send(null));
      }
    } catch (StopIteration end) {
      t.log("end", end.value());
    } catch (IllegalStateException e) {
      t.log("end", e);
    }
  }
}
