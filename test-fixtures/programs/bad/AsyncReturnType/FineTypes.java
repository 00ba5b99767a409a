import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.util.List;

abstract class FineTypes {
  @Async
  Coroutine<? extends Number> wildcard() {
    return result(1);
  }

  @Async
  <T extends Comparable<T>> Coroutine<T[]> generic(T[] values) {
    return result(values);
  }

  @Async
  Coroutine<List<? super Integer>> nested() {
    return result(List.<Number>of());
  }

  @Async
  abstract Coroutine<Void> withoutABody();

  /** Not the JVM's: no array of strings. */
  @Async
  static Coroutine<Void> main(List<String> arguments) {
    return result();
  }
}
