import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.function.Supplier;

/** A program in the unnamed package. */
public class UnnamedPackage {
  @Async
  Coroutine<String> greet(Trace t, String name) {
    return result("hello " + await(t.later(name)));
  }

  static class Nested {
    @Async
    static Coroutine<Integer> count(Trace t, int n) {
      int sum = 0;
      for (int i = 0; i < n; i++) {
        sum += await(t.later(i));
      }
      return result(sum);
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(new UnnamedPackage().greet(t, "unnamed")), await(Nested.count(t, 4)));
    Supplier<String> name = () -> UnnamedPackage.class.getPackageName();
    await(t.pause());
    t.log("[" + name.get() + "]");
    return result();
  }
}
