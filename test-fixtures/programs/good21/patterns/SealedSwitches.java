package patterns;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Exhaustive switches over sealed types and enums, without a default, recursively. */
public class SealedSwitches {
  sealed interface Expression<T> {}

  record Constant<T>(T value) implements Expression<T> {}

  record Add<T>(Expression<T> left, Expression<T> right) implements Expression<T> {}

  record Scale<T>(int by, Expression<T> of) implements Expression<T> {}

  enum Zero implements Expression<Long> {
    INSTANCE
  }

  @Async
  static Coroutine<Long> evaluate(Trace t, Expression<Long> e) {
    return switch (e) {
      case Constant<Long>(var v) -> result(await(t.later(v)));
      case Add<Long>(var l, var r) -> result(await(evaluate(t, l)) + await(evaluate(t, r)));
      case Scale<Long>(int by, Constant<Long> c) when by == 0 -> result(0L);
      case Scale<Long>(int by, var of) -> result(by * await(evaluate(t, of)));
      case Zero z -> evaluate(t, new Constant<>(await(t.later(0L))));
    };
  }

  @Async
  static <T> Coroutine<Expression<T>> simplified(Trace t, Expression<T> e) {
    await(t.pause());
    Expression<T> simple =
        switch (e) {
          case Add<T>(Expression<T> l, Expression<T> r) ->
              new Add<>(await(simplified(t, l)), await(simplified(t, r)));
          case Scale<T>(int a, Scale<T>(int b, var of)) ->
              new Scale<>(a * await(t.later(b)), await(simplified(t, of)));
          case Scale<T> s when s.by() == await(t.later(1)) -> await(simplified(t, s.of()));
          default -> e;
        };
    return result(simple);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Expression<Long> e =
        new Add<>(
            new Scale<>(2, new Scale<>(3, new Constant<>(7L))),
            new Add<>(
                Zero.INSTANCE,
                new Add<>(
                    new Scale<>(0, new Constant<>(await(t.later(1L)))),
                    new Scale<>(1, new Constant<>(5L)))));
    t.log(await(evaluate(t, e)));
    Expression<Long> simple = await(simplified(t, e));
    t.log(simple, await(evaluate(t, simple)));
    try {
      await(evaluate(t, null));
    } catch (NullPointerException failure) {
      t.log("null");
    }
    return result();
  }
}
