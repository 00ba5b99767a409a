package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Async methods of enums, static and instance, with plain methods overridden by constants. */
public class Enums {
  enum Operation {
    ADD('+') {
      @Override
      int apply(int a, int b) {
        return a + b;
      }
    },
    MULTIPLY('*') {
      @Override
      int apply(int a, int b) {
        return a * b;
      }
    };

    private final char sign;
    private int used;

    Operation(char sign) {
      this.sign = sign;
    }

    abstract int apply(int a, int b);

    @Async
    Coroutine<String> show(Trace t, int a, int b) {
      used++;
      return result("" + a + sign + b + "=" + apply(await(t.later(a)), await(t.later(b))));
    }

    @Async
    static Coroutine<Operation> parse(Trace t, char sign) {
      for (Operation o : values()) {
        if (o.sign == await(t.later(sign))) {
          return result(o);
        }
      }
      return result(null);
    }

    @Async
    private Coroutine<Integer> times() {
      return result(used);
    }
  }

  enum Step {
    FIRST,
    SECOND,
    LAST;

    @Async
    Coroutine<Step> next(Trace t) {
      await(t.pause());
      return switch (this) {
        case FIRST -> result(SECOND);
        case SECOND -> result(LAST);
        case LAST -> throw new IllegalStateException(await(t.later("no step after " + this)));
      };
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (Operation o : Operation.values()) {
      o.used = 0;
    }
    t.log(await(Operation.ADD.show(t, 3, 4)), await(Operation.MULTIPLY.show(t, 3, 4)));
    t.log(await(await(Operation.parse(t, '*')).show(t, 5, 6)), await(Operation.parse(t, '?')));
    t.log(await(Operation.ADD.times()), await(Operation.MULTIPLY.times()));
    Step step = Step.FIRST;
    try {
      while (true) {
        t.log(step);
        step = await(step.next(t));
      }
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return result();
  }
}
