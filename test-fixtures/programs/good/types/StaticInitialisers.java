package types;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Static fields and initialisers of classes first used between awaits. */
public class StaticInitialisers {
  static Trace trace;

  static <T> T log(String text, T value) {
    trace.log(text);
    return value;
  }

  static class Lazy {
    static final String TEXT = log("init Lazy.TEXT", "lazy");
    static int count = log("init Lazy.count", 5);

    static {
      log("static block", null);
      count++;
    }

    @Async
    static Coroutine<Integer> bump(Trace t) {
      // Calling this initialises the class, before the body runs.
      return result(count += await(t.later(1)));
    }
  }

  interface Constants {
    Object OBJECT = log("init Constants", new int[] {1});
    int PLAIN = 7;
  }

  static class Chain {
    static int first = log("init Chain", 1) + Link.second;
  }

  static class Link {
    static int second = log("init Link", 2);
  }

  @Async
  static Coroutine<Integer> touched(Trace t) {
    int sum = Constants.PLAIN;
    await(t.pause());
    t.log("constant", sum);
    sum += ((int[]) Constants.OBJECT)[await(t.later(0))];
    sum += await(t.later(1)) + Chain.first * await(t.later(2));
    return result(sum);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    trace = t;
    t.log("before");
    t.log(await(touched(t)));
    t.log(await(Lazy.bump(t)));
    Lazy.count += await(t.later(10));
    t.log(Lazy.TEXT, Lazy.count++ + await(Lazy.bump(t)), Lazy.count);
    return result();
  }
}
