import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class Choices {
  @Async
  Coroutine<String> page() {
    return result("page");
  }

  @Async
  Coroutine<String> conditional(boolean cached) {
    try {
      return cached
          ? result("cached")
          // ERROR [ReturnInsideTry] write return result(await(...))
          : page();
    } finally {
      System.out.println("done");
    }
  }

  @Async
  Coroutine<String> switchExpression(int number) {
    try {
      return switch (number) {
        case 0 -> result("zero");
        // ERROR [ReturnInsideTry] write return result(await(...))
        case 1 -> page();
        case 2 -> {
          Coroutine<String> page = page();
          // ERROR [ReturnInsideTry] write return result(await(...))
          yield page;
        }
        default -> throw new IllegalArgumentException();
      };
    } finally {
      System.out.println("done");
    }
  }
}
