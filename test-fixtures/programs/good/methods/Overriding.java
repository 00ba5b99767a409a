package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;

/** Overriding async methods: abstract, generic with bridges, covariant, through interfaces. */
public class Overriding {
  interface Handler<A, R> {
    @Async
    Coroutine<R> handle(Trace t, A argument) throws IOException;
  }

  abstract static class Base<A> implements Handler<A, String> {
    @Async
    abstract Coroutine<? extends Number> number(Trace t);

    @Async
    Coroutine<String> template(Trace t, A argument) throws IOException {
      return result(await(handle(t, argument)) + await(number(t)));
    }

    @Async
    protected Coroutine<Object> open(Trace t) {
      return result("base " + await(t.later(1)));
    }
  }

  static class OfInteger extends Base<Integer> {
    @Override
    @Async
    public Coroutine<String> handle(Trace t, Integer argument) {
      return result("integer " + (argument + await(t.later(1))));
    }

    @Override
    @Async
    Coroutine<Integer> number(Trace t) {
      return result(await(t.later(5)));
    }

    @Override
    @Async
    public Coroutine<Object> open(Trace t) {
      return result(await(super.open(t)) + " and derived");
    }
  }

  static class OfText extends Base<CharSequence> {
    @Override
    @Async
    public Coroutine<String> handle(Trace t, CharSequence argument) throws IOException {
      if (argument.length() == 0) {
        throw new IOException(await(t.later("empty")));
      }
      return result("text " + argument + await(t.later(argument.length())));
    }

    /** Overrides an async method by a plain one. */
    @Override
    Coroutine<Double> number(Trace t) {
      t.log("plain override");
      return Coroutine.completed(0.5);
    }
  }

  static final class Deeper extends OfInteger implements Handler<Integer, String> {
    @Override
    @Async
    public Coroutine<String> handle(Trace t, Integer argument) {
      return result("deeper(" + await(super.handle(t, await(t.later(argument)))) + ")");
    }

    @Override
    @Async
    Coroutine<Integer> number(Trace t) {
      return super.number(t);
    }
  }

  @Async
  static <A, R> Coroutine<R> call(Trace t, Handler<? super A, ? extends R> h, A a)
      throws IOException {
    R r = await(h.handle(t, a));
    return result(r);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(call(t, new OfInteger(), 1)), await(call(t, new OfText(), "ab")));
    t.log(await(new OfInteger().template(t, 2)), await(new OfText().template(t, "c")));
    Base<Integer> deeper = new Deeper();
    t.log(await(deeper.template(t, 3)), await(deeper.number(t)), await(deeper.open(t)));
    Handler<Integer, String> lambda = (trace, v) -> deeper.handle(trace, v * 10);
    t.log(await(lambda.handle(t, 4)), await(call(t, lambda, 5)));
    try {
      await(call(t, new OfText(), ""));
    } catch (IOException e) {
      t.log(e);
    }
    // The bridge method takes an Object and casts it.
    @SuppressWarnings("unchecked")
    Handler<Object, String> raw = (Handler<Object, String>) (Handler<?, ?>) deeper;
    try {
      await(raw.handle(t, "not an integer"));
    } catch (ClassCastException e) {
      t.log(e);
    }
    return result();
  }
}
