package generators;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.Coroutine;
import io.jasyncio.Generator;
import io.jasyncio.StopAsyncIteration;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** A choice between numbers has their common type; one between objects that of what is wanted. */
public class EmitNumbers {

  @Async
  static Generator<Long> longs(Trace t, boolean first) {
    int i = 7;
    emit(first ? 1 : 2L);
    emit(first ? t.<Long>note("note", 3L) : (first ? 4L : 5));
    emit(first ? (first ? i : 1L << 40) : t.<Long>note("note", 6L));
    emit((long) (first ? i : 'c'));
    emit(
        switch (i) {
          case 7 -> first ? i : 8L;
          default -> 9L;
        });
    return done();
  }

  @Async
  static AsyncGenerator<Double> doubles(Trace t, boolean first) {
    int i = 7;
    emit(first ? i : 0.5);
    emit(first ? await(t.later(2.5)) : (first ? i : 1.5));
    return done();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (boolean first : new boolean[] {true, false}) {
      Generator<Long> longs = t.generator(() -> longs(t, first));
      for (Long value : longs) {
        t.log(value);
      }
      AsyncGenerator<Double> doubles = t.asyncGenerator(() -> doubles(t, first));
      try {
        while (true) {
          Double value = await(doubles.anext());
          t.log(value);
        }
      } catch (StopAsyncIteration end) {
        t.log("end");
      }
    }
    return result();
  }
}
