package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Async methods that call one another, in one class and across classes. */
public class MutualRecursion {
  @Async
  static Coroutine<Boolean> even(Trace t, int n) {
    return result(n == 0 || await(odd(t, n - 1)));
  }

  @Async
  static Coroutine<Boolean> odd(Trace t, int n) {
    await(t.pause());
    return n == 0 ? result(false) : result(await(even(t, n - 1)));
  }

  /** Parses and evaluates sums and products. */
  static class Calculator {
    private final Trace t;
    private final String text;
    private int at;

    Calculator(Trace t, String text) {
      this.t = t;
      this.text = text;
    }

    private char peek() {
      return at < text.length() ? text.charAt(at) : '\0';
    }

    @Async
    Coroutine<Long> sum() {
      long value = await(product());
      while (peek() == '+' || peek() == '-') {
        value = text.charAt(at++) == '+' ? value + await(product()) : value - await(product());
      }
      return result(value);
    }

    @Async
    private Coroutine<Long> product() {
      long value = await(atom());
      while (peek() == '*') {
        at++;
        value *= await(atom());
      }
      return result(value);
    }

    @Async
    private Coroutine<Long> atom() {
      if (peek() == '(') {
        at++;
        long value = await(sum());
        at++;
        return result(value);
      }
      if (!Character.isDigit(peek())) {
        throw new IllegalArgumentException("at " + at);
      }
      int start = at;
      while (Character.isDigit(peek())) {
        at++;
      }
      return result(Long.parseLong(await(t.later(text.substring(start, at)))));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(even(t, 6)), await(odd(t, 5)), await(even(t, 3)));
    for (String text : List.of("1+2*3", "(1+2)*(3-4*(5))", "7", "2*(3+x)")) {
      try {
        t.log(text, await(new Calculator(t, text).sum()));
      } catch (IllegalArgumentException e) {
        t.log(text, e);
      }
    }
    return result();
  }
}
