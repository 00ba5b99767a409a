package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** {@code +=} on strings: locals, fields, elements, with awaits left and right. */
public class ConcatCompound {
  static String field = "f";
  String own = "o";

  @Async
  static Coroutine<String> counted(Trace t, int n) {
    String s = "";
    for (int i = 0; i < n; i++) {
      s += await(t.later(i)) + (i < n - 1 ? await(t.later(",")) : "");
    }
    return result(s);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    field = "f";
    String s = "s";
    s += await(t.later("a"));
    s += s += await(t.later(1)) + s;
    t.log(s);
    s += s.length() + await(t.later('c')) + await(t.later(1L));
    t.log(s);
    field += await(t.later(2)) + field;
    ConcatCompound c = new ConcatCompound();
    c.own += await(t.later(c)).own + await(t.later("p"));
    await(t.later(c)).own += field += await(t.later("!"));
    t.log(field, c.own);
    Object o = "o";
    o += await(t.later("bj"));
    CharSequence q = "q";
    q += await(t.later("r")) + 1;
    t.log(o, q, await(counted(t, 4)));
    char ch = 'h';
    s = "x";
    s += ch + await(t.later('i'));
    t.log(s, s += await(t.later(null)), s);
    return result();
  }
}
