package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Twelve arguments of all types lie on the stack while later arguments are awaited. */
public class ManyTypesOnStack {
  static String all(
      boolean z,
      byte b,
      char c,
      short s,
      int i,
      long l,
      float f,
      double d,
      String r,
      int[] a,
      Object o,
      List<String> list) {
    return "" + z + b + c + s + i + l + f + d + r + a.length + o + list;
  }

  final String name;

  ManyTypesOnStack(String name) {
    this.name = name;
  }

  String own(long l, String text, double d, ManyTypesOnStack other, char c) {
    return name + l + text + d + (other == null ? "-" : other.name) + c;
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    boolean z = true;
    byte b = -1;
    char c = 'c';
    short s = 300;
    int[] a = {1, 2};
    t.log(all(z, b, c, s, 5, 6L, 7f, 8.0, "r", a, null, await(t.later(List.of("last")))));
    t.log(
        all(
            await(t.later(false)),
            b,
            await(t.later('d')),
            s,
            await(t.later(5)),
            6L,
            await(t.later(7f)),
            8.0,
            await(t.later("r")),
            a,
            await(t.later((Object) "o")),
            List.of()));
    t.log(
        all(
            z,
            await(t.later(b)),
            c,
            await(t.later(s)),
            b,
            await(t.later(c)),
            s,
            await(t.later(2.5)),
            null,
            await(t.later(a)),
            c,
            null));
    ManyTypesOnStack object = new ManyTypesOnStack("me");
    t.log(
        object.own(
            1L << 33,
            null,
            await(t.later(0.5)),
            await(t.later(object)),
            object.own(1, "x", 2, null, await(t.later('y'))).charAt(await(t.later(2)))));
    return result();
  }
}
