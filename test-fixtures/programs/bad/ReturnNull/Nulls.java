import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCallable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class Nulls {
  @Async
  Coroutine<Void> plain() {
    // ERROR [ReturnNull] write return result(null), or return result()
    return null;
  }

  @Async
  Coroutine<String> wrapped(boolean parenthesized) {
    if (parenthesized) {
      // ERROR [ReturnNull] an @Async method that returns null returns no coroutine
      return (null);
    }
    // ERROR [ReturnNull] an @Async method that returns null returns no coroutine
    return (Coroutine<String>) null;
  }

  @Async
  Coroutine<String> arms(int number) {
    if (number < 0) {
      // ERROR [ReturnNull] an @Async method that returns null returns no coroutine
      return number < -1 ? result("small") : null;
    }
    return switch (number) {
      // ERROR [ReturnNull] an @Async method that returns null returns no coroutine
      case 0 -> null;
      case 1 -> {
        // ERROR [ReturnNull] an @Async method that returns null returns no coroutine
        yield (null);
      }
      default -> result("large");
    };
  }

  @Async
  Coroutine<String> insideTry() {
    try {
      // ERROR [ReturnNull] an @Async method that returns null returns no coroutine
      return null;
    } finally {
      System.out.println("done");
    }
  }

  // ERROR [ReturnNull] an @Async method that returns null returns no coroutine
  final AsyncCallable<String> expression = () -> null;

  final AsyncCallable<String> block =
      () -> {
        // ERROR [ReturnNull] an @Async method that returns null returns no coroutine
        return null;
      };
}
