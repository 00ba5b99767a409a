package generators;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.Coroutine;
import io.jasyncio.StopAsyncIteration;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.function.Supplier;

/** Async generators: awaits and emits in all orders, driven in every way at every emit. */
public class AsyncGenerators {

  @Async
  static AsyncGenerator<Object> mixed(Trace t, int from) {
    int sum = from;
    try {
      for (int i = 0; i < 3; i++) {
        Object sent = emit(await(t.later(sum)) + "+" + i);
        sum += await(t.later(i)) + (sent == null ? 0 : sent.toString().length());
      }
      t.log(new Object[] {emit(await(t.later('a'))), await(t.later(emit(2L)))});
    } catch (IllegalStateException e) {
      t.log("caught", e, await(t.later(sum)));
      emit("caught");
    } finally {
      t.log("finally", await(t.later(sum)));
    }
    emit("behind");
    return done();
  }

  @Async
  static AsyncGenerator<Object> emitsNothing(Trace t, boolean fails) {
    await(t.pause());
    if (fails) {
      await(t.fail(new java.io.IOException("of the body")));
    }
    return done();
  }

  @Async
  static AsyncGenerator<Object> emitsInFinally(Trace t) {
    try {
      emit(await(t.later("body")));
    } finally {
      await(t.pause());
      emit("cleaning");
    }
    return done();
  }

  @Async
  static AsyncGenerator<Object> leaks(Trace t) {
    emit(1);
    await(t.pause());
    throw new StopAsyncIteration();
  }

  @Async
  private static Coroutine<Void> drive(
      Trace t, String name, Supplier<AsyncGenerator<Object>> call) {
    for (int mode = 0; mode < 4; mode++) {
      for (int steps = 0; steps < 7; steps++) {
        t.log(name, "mode", mode, "after", steps);
        AsyncGenerator<Object> generator = t.asyncGenerator(call);
        try {
          await(go(t, generator, mode, steps));
        } catch (StopAsyncIteration end) {
          t.log("ended");
        } catch (Throwable failure) {
          t.log("threw", failure);
        }
        try {
          await(generator.aclose());
          t.log("more", await(generator.anext()));
        } catch (StopAsyncIteration end) {
          t.log("no more");
        } catch (IllegalStateException e) {
          t.log(e.getMessage().split(":")[0]);
        }
      }
    }
    return result();
  }

  @Async
  private static Coroutine<Void> go(
      Trace t, AsyncGenerator<Object> generator, int mode, int steps) {
    for (int i = 0; i < steps; i++) {
      t.log(await(generator.asend(i == 0 ? null : "s" + i)));
    }
    switch (mode) {
      case 0 -> await(generator.aclose());
      case 1 -> t.log("then", await(generator.athrow(new IllegalStateException("thrown"))));
      case 2 -> t.log("then", await(generator.athrow(new java.io.IOException("checked"))));
      default -> {}
    }
    while (true) {
      t.log("rest", await(generator.anext()));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    await(drive(t, "mixed", () -> mixed(t, 5)));
    await(drive(t, "nothing", () -> emitsNothing(t, false)));
    await(drive(t, "fails", () -> emitsNothing(t, true)));
    await(drive(t, "leaks", () -> leaks(t)));
    return result();
  }
}
