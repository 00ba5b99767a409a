package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Switch expressions that await and yield while other operands lie on the stack. */
public class SwitchOnStack {
  static String join(Object a, long b, Object c, double d) {
    return a + "|" + b + "|" + c + "|" + d;
  }

  @Async
  static Coroutine<String> call(Trace t, int v) {
    return result(
        join(
            t.note("first", v),
            switch (v) {
              case 0 -> await(t.later(10L));
              case 1 -> {
                long sum = 0;
                for (int i = 0; i < 3; i++) {
                  sum += await(t.later(i));
                }
                yield sum;
              }
              default -> 99;
            },
            await(t.later("third")),
            switch (await(t.later("s" + v))) {
              case "s0" -> 0.5;
              case "s1" -> {
                double d = await(t.later(1.5));
                yield d * d;
              }
              default -> await(t.later(3));
            }));
  }

  @Async
  static Coroutine<Long> arithmetic(Trace t, long a, int[] array, int v) {
    return result(
        a
            * (3
                + switch (v) {
                  case 0 ->
                      await(t.later(1))
                          + (a
                              - switch (await(t.later(5))) {
                                case 5 -> a + await(t.later(6L));
                                default -> 0;
                              });
                  case 1 ->
                      array[await(t.later(1))] +=
                          switch (array[0]) {
                            case 7 -> await(t.later(70));
                            default -> {
                              if (await(t.later(false))) {
                                yield 1;
                              }
                              yield await(t.later(80));
                            }
                          };
                  default -> throw new IllegalArgumentException("v" + await(t.later(v)));
                }));
  }

  @Async
  static Coroutine<Integer> withTry(Trace t, int a, double b, String text) {
    // javac itself empties the operand stack before a switch that holds a try.
    return result(
        a
            + (int) b
            + switch (text) {
              case "good" -> {
                try {
                  yield await(t.later(1));
                } finally {
                  await(t.later("finally"));
                }
              }
              case "bad" -> {
                try {
                  yield await(t.<Integer>fail(new IllegalStateException(text)));
                } catch (IllegalStateException e) {
                  yield e.getMessage().length() + await(t.later(100));
                }
              }
              default -> {
                int n = 0;
                while (true) {
                  try {
                    if (n++ > 2) {
                      yield await(t.later(n));
                    }
                    continue;
                  } finally {
                    await(t.pause());
                  }
                }
              }
            });
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int v = 0; v < 3; v++) {
      t.log(await(call(t, v)));
      int[] array = {7 - 7 * v, 8};
      try {
        t.log(await(arithmetic(t, 1L << 20, array, v)), array);
      } catch (IllegalArgumentException e) {
        t.log(e);
      }
    }
    int[] seven = {7, 1};
    t.log(await(arithmetic(t, 2, seven, 1)), seven);
    for (String text : List.of("good", "bad", "ugly")) {
      t.log(await(withTry(t, 1000, 10000.5, text)));
    }
    return result();
  }
}
