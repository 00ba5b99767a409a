import static io.jasyncio.Asyncio.await;

import io.jasyncio.Coroutine;

class Constructors {
  Constructors(Coroutine<String> page) {
    // ERROR [AwaitInInitializer] await in an @Async factory method
    this(await(page));
  }

  Constructors(String page) {}

  static final class Derived extends Constructors {
    final String more;

    Derived(Coroutine<String> page) {
      // ERROR [AwaitInInitializer] await in a constructor or initialiser
      super(await(page));
      // ERROR [AwaitInInitializer] and pass the value to the constructor
      more = await(page);
    }
  }

  record Compact(Coroutine<String> page) {
    Compact {
      // ERROR [AwaitInInitializer] await in a constructor or initialiser
      System.out.println(await(page));
    }
  }
}
