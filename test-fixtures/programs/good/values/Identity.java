package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** References keep their identity across awaits: cached boxes, interned strings, same arrays. */
public class Identity {
  static final String CONSTANT = "con" + "stant";

  @Async
  static <T> Coroutine<T> same(Trace t, T value) {
    await(t.pause());
    return result(value);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Integer small = 127;
    Integer cached = await(same(t, 127));
    t.log("small ints are cached", small == cached, (Object) 100 == (Object) await(t.later(100)));
    Object object = new Object();
    Object alias = object;
    int[] array = {1};
    await(t.pause());
    t.log("same object", object == alias, await(same(t, object)) == object);
    await(same(t, array))[0]++;
    t.log("same array", array, array == await(same(t, array)));
    String interned = "constant";
    await(t.pause());
    t.log("interned", interned == CONSTANT, await(same(t, "constant")) == CONSTANT);
    String fresh = new String("constant");
    t.log("fresh", fresh == CONSTANT, await(same(t, fresh)).intern() == CONSTANT);
    Long equal = 128L;
    t.log("equal", equal.equals(await(same(t, 128L))), equal == (long) await(same(t, 128)));
    Boolean box = await(t.later(true));
    t.log("booleans", box == Boolean.TRUE);
    return result();
  }
}
