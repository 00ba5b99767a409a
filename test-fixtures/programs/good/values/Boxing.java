package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Boxing and unboxing of all types around awaits. */
public class Boxing {
  static String which(Object o) {
    return "Object " + o.getClass().getSimpleName();
  }

  static String which(long v) {
    return "long " + v;
  }

  @Async
  static Coroutine<Void> unbox(Trace t) {
    boolean z = await(t.later(Boolean.TRUE));
    byte b = await(t.later(Byte.valueOf((byte) 1)));
    char c = await(t.later(Character.valueOf('c')));
    short s = await(t.later(Short.valueOf((short) 2)));
    int i = await(t.later(Integer.valueOf(3)));
    long l = await(t.later(Long.valueOf(4)));
    float f = await(t.later(Float.valueOf(5)));
    double d = await(t.later(Double.valueOf(6)));
    t.log(z, b, c, s, i, l, f, d);
    return result();
  }

  @Async
  static Coroutine<Void> box(Trace t) {
    Object o = await(t.later(1)) + 1;
    Long l = await(t.later(1)) + 1L;
    Double d = await(t.later(1f)) * 2.0;
    Boolean z = await(t.later(1)) < 2;
    Character c = (char) (await(t.later('a')) + 1);
    Number n = await(t.later(2)) * await(t.later(3L));
    Comparable<?> comparable = await(t.later("text"));
    t.log(o, l, d, z, c, n, comparable);
    return result();
  }

  @Async
  static Coroutine<Void> mutate(Trace t) {
    Integer i = 127;
    i++;
    await(t.pause());
    ++i;
    Integer j = i--;
    i += await(t.later(1000));
    Long l = 5L;
    l *= await(t.later(2L));
    Character c = 'x';
    c++;
    await(t.pause());
    Double d = 1.0;
    d /= await(t.later(4));
    Boolean z = null;
    z = await(t.later(true)) || z;
    t.log(i, j, l, c, d, z);
    return result();
  }

  @Async
  static Coroutine<Long> genericSum(Trace t, List<? extends Number> numbers) {
    long sum = 0;
    for (Number n : numbers) {
      sum += await(t.later(n)).longValue();
    }
    return result(sum);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    await(unbox(t));
    await(box(t));
    await(mutate(t));
    t.log("sum", await(genericSum(t, List.of(1, 2L, 3.9, (byte) 4))));
    t.log(which(await(t.later(1))), which((int) await(t.later(2))), which(await(t.later("s"))));
    List<Integer> list = new ArrayList<>(List.of(10, 20, 30));
    list.remove((int) await(t.later(1)));
    list.remove(await(t.later(10)));
    t.log("removed by index and by value", list);
    Object cast = (Object) await(t.later(1)).intValue();
    int back = (int) cast + (int) (Object) await(t.later(2));
    t.log(back, cast.equals(await(t.later(1))), cast.equals(await(t.later(1L))));
    return result();
  }
}
