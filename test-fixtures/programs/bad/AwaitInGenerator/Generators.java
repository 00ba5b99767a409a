import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.emitAll;

import io.jasyncio.AsyncCloseable;
import io.jasyncio.AsyncIterable;
import io.jasyncio.Coroutine;
import io.jasyncio.Generator;
import io.jasyncio.annotations.Async;

final class Generators {
  @Async
  Generator<String> awaits(Coroutine<String> page) {
    // ERROR [AwaitInGenerator] declare the method as AsyncGenerator<T>
    emit(await(page));
    return done();
  }

  @Async
  Generator<String> loops(AsyncIterable<String> pages) {
    // ERROR [AwaitInGenerator] this loop awaits each value
    for (String page : pages) {
      emit(page);
    }
    return done();
  }

  @Async
  Generator<String> closes(AsyncCloseable resource) {
    // ERROR [AwaitInGenerator] closing this resource awaits
    try (resource) {
      emit("page");
    }
    return done();
  }

  @Async
  Generator<String> handsOn(AsyncIterable<String> pages) {
    // ERROR [AwaitInGenerator] each of these values has to be waited for
    emitAll(pages);
    return done();
  }

  @Async
  <S extends Cloneable & AsyncIterable<String> & AsyncCloseable> Generator<String> bounds(S pages) {
    // ERROR [AwaitInGenerator] closing this resource awaits
    try (pages) {
      // ERROR [AwaitInGenerator] this loop awaits each value
      for (String page : pages) {
        emit(page);
      }
    }
    return done();
  }
}
