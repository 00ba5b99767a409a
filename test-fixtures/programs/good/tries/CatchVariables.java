package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Catch variables: shadowless reuse of names and slots, captured, kept beyond the block. */
public class CatchVariables {
  @Async
  static Coroutine<List<Throwable>> collect(Trace t) {
    List<Throwable> all = new ArrayList<>();
    Throwable last = null;
    for (int i = 0; i < 3; i++) {
      try {
        await(t.fail(i == 1 ? new Error("error") : new IllegalStateException("state " + i)));
      } catch (RuntimeException e) {
        await(t.pause());
        all.add(e);
        last = e;
      } catch (Error e) {
        long l = await(t.later(5L));
        all.add(new RuntimeException("l" + l, e));
        last = e;
      }
      int e = await(t.later(i));
      t.log("e is an int here", e);
    }
    all.add(last);
    return result(all);
  }

  @Async
  static Coroutine<String> captured(Trace t) {
    Supplier<String> message = () -> "none";
    try {
      await(t.fail(new IllegalStateException("captured")));
    } catch (IllegalStateException e) {
      message = () -> e.getMessage() + "!";
      await(t.pause());
      t.log(message.get());
      message = e::getMessage;
    }
    await(t.pause());
    return result(message.get());
  }

  @Async
  static Coroutine<String> unused(Trace t) {
    try {
      await(t.fail(new IllegalStateException()));
      return result("not reached");
    } catch (IllegalStateException ignored) {
      return result(await(t.later("ignored")));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(collect(t)));
    t.log(await(captured(t)), await(unused(t)));
    return result();
  }
}
