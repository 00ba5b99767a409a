package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Awaits among the arguments of a constructor, of all types, alone and with other operands. */
public class NewWithAwait {
  final String text;

  NewWithAwait(long l, String s, double d) {
    text = l + s + d;
  }

  NewWithAwait(int i, boolean z, char c, byte b) {
    this(i, "" + z + c, b);
  }

  NewWithAwait(Object... parts) {
    text = "parts" + Arrays.toString(parts);
  }

  @Override
  public String toString() {
    return text;
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(new NewWithAwait(await(t.later(1L)), "x", 2.0));
    t.log(new NewWithAwait(1L << 40, await(t.later("y")), await(t.later(2.5))));
    t.log(new NewWithAwait(1, t.note("s", "z"), await(t.later(3))));
    t.log(new NewWithAwait(await(t.later(1)), true, 'c', await(t.later((byte) 4))));
    t.log(new NewWithAwait("a", await(t.later("b")), 5L, await(t.later(null))));
    String text = "left " + new NewWithAwait(await(t.later(6L)), "", 7) + await(t.later(" right"));
    t.log(text);
    long sum = 3 + new NewWithAwait(8, await(t.later(false)), 'd', (byte) 9).text.length() * 2L;
    t.log(sum);
    NewWithAwait[] array = new NewWithAwait[2];
    array[await(t.later(1))] = new NewWithAwait(await(t.later(10L)), await(t.later("k")), 0);
    t.log(array[1], array[0]);
    new NewWithAwait(await(t.later(11)), await(t.later(true)), 'e', (byte) 0);
    NewWithAwait a = new NewWithAwait(1L, "a", await(t.later(1.0))), b = a;
    t.log(a == b, a);
    t.log(new NewWithAwait(2L, "chained", await(t.later(2.0))).text.concat(await(t.later("!"))));
    t.log(new String(await(t.later(new char[] {'h', 'i'})), await(t.later(0)), 2));
    t.log(new StringBuilder(await(t.later("sb"))).append(await(t.later(1))).append('c'));
    t.log(new int[new ArrayList<>(List.of(1, await(t.later(2)))).size()]);
    return result();
  }
}
