package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Awaited calls whose methods are in other classes: certain, overridden, inherited, replaced. */
public class CallsOfOtherClasses {

  static class Source<T> {
    final Trace t;
    private final T value;

    Source(Trace t, T value) {
      this.t = t;
      this.value = value;
    }

    @Async
    static Coroutine<Long> total(Trace t, long... values) {
      long sum = 0;
      for (long each : values) {
        sum += await(t.later(each));
      }
      return result(sum);
    }

    @Async
    static Coroutine<Integer> nothing(Trace t, boolean none) {
      return result(none ? null : await(t.later(7)));
    }

    @Async
    Coroutine<Integer> size(int least) {
      return result(Math.max(least, await(t.later(1))));
    }

    @Async
    final Coroutine<T> value() {
      return result(await(t.later(value)));
    }

    @Async
    protected Coroutine<T> replace(T other) {
      t.log("Source.replace", other);
      return result(await(t.later(value)));
    }

    @Async
    private Coroutine<Character> secret() {
      return result(await(t.later('s')));
    }
  }

  static class Overriding extends Source<String> {
    Overriding(Trace t) {
      super(t, "o");
    }

    @Async
    @Override
    Coroutine<Integer> size(int least) {
      return result(await(super.size(least)) + 10);
    }

    /** The overridden one takes an Object, so a bridge leads here. */
    @Async
    @Override
    protected Coroutine<String> replace(String other) {
      return result(other + await(super.replace(other)));
    }
  }

  /** Replaces the async method by one that is not. */
  static class Plain extends Overriding {
    Plain(Trace t) {
      super(t);
    }

    @Override
    Coroutine<Integer> size(int least) {
      t.log("Plain.size", least);
      return super.size(least + 100);
    }
  }

  static final class Inheriting extends Plain {
    Inheriting(Trace t) {
      super(t);
    }

    @Async
    Coroutine<Integer> both() {
      return result(await(size(1)) + await(this.size(2)));
    }
  }

  record Pair(Trace t, int left, int right) {
    @Async
    Coroutine<Integer> sum() {
      return result(await(t.later(left)) + await(t.later(right)));
    }
  }

  @Async
  static Coroutine<String> arguments(Trace t, Source<?> source) {
    int i = 0;
    int size = await(source.size(argument(t, ++i))) + ++i;
    Integer boxed = await(source.size(argument(t, ++i)));
    return result(size + " " + boxed + " " + i);
  }

  private static int argument(Trace t, int value) {
    t.log("argument", value);
    return value;
  }

  @Async
  static Coroutine<String> nulls(Trace t) {
    Integer box = await(Source.nothing(t, true));
    int unboxed = await(Source.nothing(t, false));
    try {
      unboxed += await(Source.nothing(t, true));
    } catch (NullPointerException e) {
      t.log("nothing to unbox");
    }
    Source<String> none = null;
    try {
      unboxed += await(none.size(1));
    } catch (NullPointerException e) {
      t.log("nobody to ask");
    }
    return result(box + " " + unboxed);
  }

  @Async
  public static Coroutine<Object> run(Trace t) {
    List<Source<String>> sources =
        List.of(new Source<>(t, "s"), new Overriding(t), new Plain(t), new Inheriting(t));
    for (Source<String> source : sources) {
      t.log("arguments", await(arguments(t, source)));
      t.log("value", await(source.value()), await(source.replace("r")), await(source.secret()));
      char secret = await(source.secret());
      t.log("secret", (int) secret);
    }
    t.log("both", await(new Inheriting(t).both()));
    t.log("total", await(Source.total(t)), await(Source.total(t, 1, 2, 1L << 40)));
    t.log("pair", await(new Pair(t, 3, 4).sum()) * 2.5);
    return result(await(nulls(t)));
  }
}
