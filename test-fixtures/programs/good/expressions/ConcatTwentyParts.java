package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** String concatenation with twenty parts of all types, many of them awaited. */
public class ConcatTwentyParts {
  @Override
  public String toString() {
    return "this";
  }

  @Async
  Coroutine<String> twenty(Trace t, long l, double d, Object none) {
    return result(
        "a"
            + 1
            + await(t.later("b"))
            + l
            + await(t.later('c'))
            + d
            + none
            + await(t.later(2))
            + this
            + await(t.later(3L))
            + 'd'
            + await(t.later(4.5))
            + true
            + await(t.later((Object) null))
            + (byte) 5
            + await(t.later(6f))
            + (short) 7
            + l * await(t.later(2))
            + await(t.later("e"))
            + "end");
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    ConcatTwentyParts c = new ConcatTwentyParts();
    t.log(await(c.twenty(t, 1L << 40, 0.25, null)));
    t.log(1 + await(t.later(2)) + "x" + 1 + await(t.later(2)));
    t.log('a' + await(t.later('b')) + "x" + 'a' + await(t.later('b')));
    t.log("" + await(t.later(1)) + (await(t.later(2)) + await(t.later(3))));
    t.log("\u00e4\u0001\u0002" + await(t.later("tag \u0001")) + "\t" + await(t.later('\n')) + "|");
    char[] chars = {'x'};
    t.log(String.valueOf(chars) + await(t.later("y")) + chars.length);
    String nothing = null;
    t.log(nothing + await(t.later(nothing)) + null);
    return result();
  }
}
