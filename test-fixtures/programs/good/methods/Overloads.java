package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Overloaded async methods: by type, number, boxes, varargs, generics and arrays. */
public class Overloads {
  @Async
  static Coroutine<String> f(Trace t) {
    return result("none" + await(t.later(0)));
  }

  @Async
  static Coroutine<String> f(Trace t, int v) {
    return result("int" + await(t.later(v)));
  }

  @Async
  static Coroutine<String> f(Trace t, long v) {
    return result("long" + await(t.later(v)));
  }

  @Async
  static Coroutine<String> f(Trace t, double v) {
    return result("double" + await(t.later(v)));
  }

  @Async
  static Coroutine<String> f(Trace t, Integer v) {
    return result("Integer" + await(t.later(v)));
  }

  @Async
  static Coroutine<String> f(Trace t, Object v) {
    return result("Object" + await(t.later(v)));
  }

  @Async
  static Coroutine<String> f(Trace t, String v) {
    return result("String" + await(t.later(v)));
  }

  @Async
  static Coroutine<String> f(Trace t, int... v) {
    return result("ints" + await(t.later(v.length)));
  }

  @Async
  static Coroutine<String> f(Trace t, int[][] v) {
    return result("int[][]" + await(t.later(v.length)));
  }

  @Async
  static Coroutine<String> f(Trace t, List<String> v) {
    return result("List" + await(t.later(v)));
  }

  @Async
  static <T extends Number> Coroutine<String> f(Trace t, T a, T b) {
    return result("T,T" + await(t.later(a)) + await(t.later(b)));
  }

  @Async
  Coroutine<String> f(int v, Trace t) {
    return result("instance" + await(t.later(v)));
  }

  /** Not async, and of the same name. */
  static String f(int v) {
    return "plain" + v;
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    byte small = 1;
    t.log(await(f(t)), await(f(t, small)), await(f(t, 'c')), await(f(t, 2L)), await(f(t, 3f)));
    t.log(await(f(t, (Integer) 4)), await(f(t, await(t.later(5)))), await(f(t, (Object) 6)));
    t.log(await(f(t, "s")), await(f(t, (Object) "o")), await(f(t, (short) 7, (short) 8)));
    t.log(await(f(t, 1, 2, 3)), await(f(t, new int[2])), await(f(t, new int[3][])));
    t.log(await(f(t, List.of("x"))), await(f(t, (Number) 9, 10.5)));
    t.log(await(new Overloads().f(await(t.later(11)), t)), f(await(t.later(12))));
    return result();
  }
}
