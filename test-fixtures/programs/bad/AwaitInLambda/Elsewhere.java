import static io.jasyncio.Asyncio.await;

import io.jasyncio.Asyncio;
import io.jasyncio.Coroutine;
import java.util.function.Function;
import java.util.function.Supplier;

final class Elsewhere {
  // ERROR [AwaitInLambda] await in a lambda
  final Function<Coroutine<String>, String> field = page -> await(page);

  Supplier<String> inPlainMethod(Coroutine<String> page) {
    // ERROR [AwaitInLambda] or await before the lambda
    return () -> await(page);
  }

  static {
    // ERROR [AwaitInLambda] await in a lambda
    Supplier<String> supplier = () -> Asyncio.await(Coroutine.completed("x"));
    System.out.println(supplier);
  }
}
