package generators;

import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.emitAll;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.Generator;
import io.jasyncio.GeneratorExit;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** A generator is closed while it hands on to another whose resource fails to close. */
public class ClosedThrough {

  @Async
  static Generator<Integer> inner(Trace t) {
    AutoCloseable stuck =
        () -> {
          t.log("closing");
          throw new IllegalStateException("stuck");
        };
    try (stuck) {
      emit(1);
      emit(2);
    } catch (Exception e) {
      t.log("not reached", e);
    }
    return done();
  }

  /** What was suppressed in the inner one is seen in the outer one. */
  @Async
  static Generator<Integer> outer(Trace t) {
    try {
      emitAll(t.generator(() -> inner(t)));
    } catch (GeneratorExit exit) {
      t.log("outer", exit);
      throw exit;
    }
    return done();
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    Generator<Integer> numbers = t.generator(() -> outer(t));
    t.log(numbers.next());
    numbers.close();
    return result();
  }
}
