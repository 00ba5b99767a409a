package patterns;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Pattern switches, as statements and expressions, with awaits as selector and in the arms. */
public class PatternSwitches {
  @Async
  static Coroutine<String> describe(Trace t, Object o) {
    return result(
        switch (await(t.later(o))) {
          case null -> "null" + await(t.later("!"));
          case Integer i -> "int " + (i + await(t.later(1)));
          case Long l -> {
            long next = l + await(t.later(1L));
            yield "long " + next;
          }
          case String s -> "text " + s + await(t.later(s.length()));
          case int[] a -> "ints " + a[await(t.later(0))];
          case List<?> list -> "list " + list.size() + await(t.later(list));
          case Enum<?> e -> await(t.later(e)).name();
          default -> await(t.later("other"));
        });
  }

  @Async
  @SuppressWarnings("fallthrough")
  static Coroutine<Integer> statement(Trace t, Object o) {
    int sum = 0;
    switch (o) {
      case String s:
        sum += await(t.later(s.length()));
        break;
      case Character c:
        sum += c;
        await(t.pause());
      default:
        sum += await(t.later(1000));
    }
    return result(sum);
  }

  @Async
  static Coroutine<String> inLoop(Trace t, List<Object> values) {
    StringBuilder out = new StringBuilder();
    loop:
    for (Object value : values) {
      switch (await(t.later(value))) {
        case Integer i -> {
          if (i < 0) {
            continue loop;
          }
          out.append(await(t.later(i * 2)));
        }
        case String s -> {
          for (char c : s.toCharArray()) {
            out.append(await(t.later(c)));
          }
        }
        case Boolean b -> {
          if (b) {
            break loop;
          }
        }
        default -> throw new IllegalArgumentException(out.append(await(t.later("?"))).toString());
      }
      out.append('|');
    }
    return result(out.toString());
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Object[] values = {
      null, 1, 2L, "abc", new int[] {9}, List.of(1), Thread.State.NEW, 'c', new ArrayList<>()
    };
    for (Object value : values) {
      t.log(await(describe(t, value)));
    }
    t.log(await(statement(t, "four")), await(statement(t, 'c')), await(statement(t, 1)));
    t.log(await(inLoop(t, List.of(1, -1, "ab", false, true, 2))));
    try {
      await(inLoop(t, List.of(1, 2.5)));
    } catch (IllegalArgumentException e) {
      t.log(e);
    }
    try {
      await(statement(t, null));
    } catch (NullPointerException e) {
      t.log("null");
    }
    return result();
  }
}
