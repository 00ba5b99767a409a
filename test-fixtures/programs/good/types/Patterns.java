package types;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.Optional;

/** Instanceof patterns whose variables live across awaits and leave their if. */
public class Patterns {
  sealed interface Expression permits Number_, Sum, Negation {}

  record Number_(long value) implements Expression {}

  record Sum(Expression left, Expression right) implements Expression {}

  record Negation(Expression of) implements Expression {}

  @Async
  static Coroutine<Long> evaluate(Trace t, Expression e) {
    if (e instanceof Number_ n) {
      return result(await(t.later(n.value())));
    }
    if (e instanceof Sum s
        && s.left() instanceof Number_ left
        && s.right() instanceof Number_ right) {
      await(t.pause());
      return result(left.value() + right.value());
    }
    if (!(e instanceof Sum sum)) {
      return result(-await(evaluate(t, ((Negation) e).of())));
    }
    long left = await(evaluate(t, sum.left()));
    return result(left + await(evaluate(t, sum.right())));
  }

  @Async
  static Coroutine<String> scopes(Trace t, Object o) {
    String out = "";
    while (!(o instanceof String s)) {
      out += await(t.later("unwrap "));
      o = o instanceof Optional<?> optional && optional.isPresent() ? optional.get() : "empty";
    }
    out += s + await(t.later(s.length()));
    if (!(o instanceof CharSequence c) || await(t.later(c.length())) == 0) {
      return result(out + "nothing");
    }
    out += c.charAt(0);
    boolean b = o instanceof String same && await(t.later(same)).equals(s) || out.isEmpty();
    int n = o instanceof Comparable<?> x ? await(t.later(x)).hashCode() & 1 : -1;
    for (Object p = o; p instanceof String q && q.length() > 1; p = q.substring(1)) {
      out += "," + await(t.later(q));
    }
    return result(out + b + n);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Expression e =
        new Sum(
            new Negation(new Sum(new Number_(1), new Number_(2))),
            new Sum(new Number_(await(t.later(10L))), new Negation(new Number_(5))));
    t.log(await(evaluate(t, e)), e);
    t.log(await(scopes(t, "abc")), await(scopes(t, Optional.of(Optional.of("x")))));
    t.log(await(scopes(t, 5)), await(scopes(t, "")));
    return result();
  }
}
