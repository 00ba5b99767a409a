package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What reflection says of an async method is what the source says. */
public class Reflection {
  @Async
  @Deprecated
  protected final <T extends Comparable<T>> Coroutine<List<? super T>> target(
      T first, Map<String, int[]> second, long... rest) throws IOException, IllegalStateException {
    return result(await(Coroutine.completed(new ArrayList<T>(List.of(first)))));
  }

  @Async
  private static Coroutine<Void> secret() {
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Method target =
        Reflection.class.getDeclaredMethod("target", Comparable.class, Map.class, long[].class);
    await(t.pause());
    t.log(target.toGenericString());
    t.log(Modifier.toString(target.getModifiers() & Modifier.methodModifiers()));
    t.log(target.isVarArgs(), target.isSynthetic(), target.isBridge());
    t.log(target.isAnnotationPresent(Async.class), target.isAnnotationPresent(Deprecated.class));
    t.log(target.getGenericReturnType().getTypeName(), target.getParameterCount());
    t.log(Reflection.class.getDeclaredMethod("secret").toGenericString());
    List<String> names = new ArrayList<>();
    for (Method m : Reflection.class.getDeclaredMethods()) {
      // A woven method has its body beside it, under the same name.
      if (!m.isSynthetic() && !names.contains(m.getName())) {
        names.add(m.getName());
      }
    }
    Collections.sort(names);
    t.log(await(t.later(names)));
    Object made = target.invoke(new Reflection(), "a", null, new long[0]);
    t.log(await((Coroutine<?>) made));
    return result();
  }
}
