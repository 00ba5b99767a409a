package locals;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Locals whose type at a join is a common supertype: classes, interfaces, arrays, null. */
public class MergedTypes {
  interface Named {
    String name();
  }

  interface Sized {
    int size();
  }

  record A(String name, int size) implements Named, Sized {}

  record B(String name, int size) implements Sized, Named, Comparable<B> {
    @Override
    public int compareTo(B other) {
      return size - other.size;
    }
  }

  @Async
  static Coroutine<String> interfaces(Trace t, boolean a) {
    Named named = a ? new A("a", await(t.later(1))) : new B(await(t.later("b")), 2);
    await(t.pause());
    var both = a ? new A("x", 1) : new B("y", 2);
    await(t.pause());
    Sized sized;
    if (a) {
      sized = new B("c", await(t.later(3)));
    } else {
      sized = new A("d", 4);
      await(t.pause());
    }
    return result(named.name() + both.name() + both.size() + sized.size());
  }

  @Async
  static Coroutine<Integer> arrays(Trace t, int v) {
    Object[] array;
    switch (v) {
      case 0 -> array = new String[] {await(t.later("s"))};
      case 1 -> array = new Integer[][] {{await(t.later(1)), 2}};
      default -> array = null;
    }
    await(t.pause());
    Object o = array == null ? new int[await(t.later(3))] : array;
    await(t.pause());
    Cloneable cloneable = o instanceof int[] ints ? ints : (Object[]) o;
    await(t.pause());
    return result(cloneable instanceof int[] i ? i.length : array.length);
  }

  @Async
  static Coroutine<Object> inLoop(Trace t) {
    Object current = "text";
    Number number = 1;
    for (int i = 0; i < 4; i++) {
      current =
          switch (i) {
            case 0 -> number;
            case 1 -> List.of(await(t.later(current)));
            case 2 -> new Object[] {current};
            default -> await(t.later(current)) == null ? null : 'c';
          };
      number = i % 2 == 0 ? Double.valueOf(await(t.later(i))) : Integer.valueOf(i);
      t.log(current, number.intValue());
    }
    return result(current);
  }

  @Async
  static Coroutine<String> exceptions(Trace t, int v) {
    RuntimeException e = null;
    try {
      if (v == 0) throw new IllegalStateException("state");
      e = new ArithmeticException("made");
      await(t.pause());
      if (v == 1) throw e;
    } catch (IllegalStateException caught) {
      e = caught;
    } catch (ArithmeticException caught) {
      e = await(t.later(new UnsupportedOperationException(caught)));
    }
    await(t.pause());
    return result(e.getClass().getSimpleName());
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(interfaces(t, true)), await(interfaces(t, false)));
    t.log(await(arrays(t, 0)), await(arrays(t, 1)), await(arrays(t, 2)), await(inLoop(t)));
    t.log(await(exceptions(t, 0)), await(exceptions(t, 1)), await(exceptions(t, 2)));
    return result();
  }
}
