package lambdas;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Local classes, records, enums and interfaces inside async bodies, with and without captures. */
public class LocalTypes {
  private int field = 100;

  @Async
  Coroutine<String> classes(Trace t, int parameter) {
    long local = await(t.later(5L));
    class Counter {
      private int count = parameter;

      long next() {
        count++;
        return count + local + field;
      }

      class Inner {
        String show() {
          return count + "/" + local + "/" + LocalTypes.this.field;
        }
      }
    }
    Counter first = new Counter();
    await(t.pause());
    t.log(first.next(), first.next());
    Counter second = new Counter();
    field = await(t.later(200));
    t.log(second.next(), first.count, second.count);
    Counter.Inner inner = first.new Inner();
    await(t.pause());
    return result(inner.show());
  }

  @Async
  static Coroutine<String> recordsAndEnums(Trace t) {
    record Pair(String key, int value) implements Comparable<Pair> {
      @Override
      public int compareTo(Pair other) {
        return Integer.compare(value, other.value);
      }
    }
    enum Size {
      SMALL,
      LARGE;

      static Size of(int v) {
        return v < 10 ? SMALL : LARGE;
      }
    }
    interface Describer {
      String describe(Pair pair);

      default String both(Pair a, Pair b) {
        return describe(a) + "&" + describe(b);
      }
    }
    Pair a = new Pair("a", await(t.later(5)));
    Pair b = new Pair(await(t.later("b")), 50);
    Describer describer = pair -> pair.key() + Size.of(pair.value());
    String text = describer.both(a, b) + a.compareTo(b);
    switch (Size.of(await(t.later(12)))) {
      case SMALL -> text += await(t.later("small"));
      case LARGE -> text += await(t.later("large"));
    }
    return result(text + await(t.later(a)).equals(new Pair("a", 5)));
  }

  @Async
  static Coroutine<Integer> argumentsAndCaptures(Trace t) {
    int x = await(t.later(1));
    int y = await(t.later(20));
    abstract class Base {
      final int own;

      Base(int own) {
        this.own = own + x;
      }

      abstract int value();
    }
    class Sum extends Base {
      Sum(int own, String text) {
        super(own * text.length());
      }

      @Override
      int value() {
        return own + y;
      }
    }
    Base base = new Sum(await(t.later(100)), await(t.later("ab")));
    Base other = await(t.later(true)) ? new Sum(1, await(t.later("c"))) : base;
    Base anonymous =
        new Sum(await(t.later(5)), "") {
          @Override
          int value() {
            return super.value() * x - y;
          }
        };
    return result(base.value() * 10000 + other.value() * 100 + anonymous.value());
  }

  @Async
  static Coroutine<Integer> inLoop(Trace t) {
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      int squared = await(t.later(i * i));
      class Holder {
        int get() {
          return squared;
        }
      }
      sum += new Holder().get() * 10 + await(t.later(new Holder())).get();
    }
    return result(sum);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    LocalTypes object = new LocalTypes();
    t.log(await(object.classes(t, 1)), await(recordsAndEnums(t)));
    t.log(await(argumentsAndCaptures(t)), await(inLoop(t)));
    return result();
  }
}
