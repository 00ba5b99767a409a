package methods;

import static io.jasyncio.Asyncio.*;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Asyncio;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Await and result are found however they are written: on demand, qualified, full. */
public class ImportStyles {
  @Async
  static io.jasyncio.Coroutine<Integer> qualified(Trace t) {
    return Asyncio.result(Asyncio.await(t.later(1)) + io.jasyncio.Asyncio.await(t.later(2)));
  }

  @Async
  static Coroutine<Integer> typed(Trace t) {
    return Asyncio.<Integer>result(Asyncio.<Integer>await(t.later(3)) + await(t.later(4)));
  }

  @io.jasyncio.annotations.Async
  static Coroutine<Void> fullAnnotation(Trace t) {
    Asyncio.await(t.pause());
    return Asyncio.result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(qualified(t)), Asyncio.await(typed(t)), await(fullAnnotation(t)));
    return result();
  }
}
