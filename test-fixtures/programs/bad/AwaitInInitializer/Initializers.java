import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;

class Initializers {
  // ERROR [AwaitInInitializer] await in a constructor or initialiser, which cannot be suspended
  static final String STATIC_FIELD = await(Coroutine.completed("x"));

  // ERROR [AwaitInInitializer] await in a constructor or initialiser
  final String field = await(Coroutine.completed("x"));

  // ERROR [AwaitInInitializer] result(...) in a constructor or initialiser
  final Coroutine<String> ended = result("x");

  static {
    // ERROR [AwaitInInitializer] await in a constructor or initialiser
    System.out.println(await(Coroutine.completed("x")));
  }

  {
    if (field != null) {
      // ERROR [AwaitInInitializer] await in a constructor or initialiser
      System.out.println(await(Coroutine.completed("x")));
    }
  }
}
