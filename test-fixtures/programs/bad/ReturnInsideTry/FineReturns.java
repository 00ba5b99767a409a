import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;

final class FineReturns {
  @Async
  Coroutine<String> page() {
    return result("page");
  }

  @Async
  Coroutine<String> resultsInATry(int number, Closeable resource) throws IOException {
    try (resource) {
      if (number < 0) {
        return number < -1 ? result("small") : (result(await(page())));
      }
      return switch (number) {
        case 0 -> result("zero");
        case 1 -> {
          int length =
              switch (await(page())) {
                case "page" -> 4;
                default -> {
                  yield 0;
                }
              };
          yield result("length " + length);
        }
        default -> throw new IllegalArgumentException();
      };
    } catch (IllegalStateException e) {
      return page();
    }
  }

  @Async
  Coroutine<String> tailOfATryThatOnlyCatches() {
    try {
      return page();
    } catch (IllegalStateException e) {
      return page();
    }
  }

  @Async
  Coroutine<String> tailInAFinallyBlocksPlace(boolean quick) {
    try {
      System.out.println("try");
    } finally {
      System.out.println("done");
    }
    return quick ? result("quick") : page();
  }

  @Async
  Coroutine<String> returnOfALambdaInside() {
    try {
      Supplier<Coroutine<String>> supplier =
          () -> {
            return page();
          };
      return result(await(supplier.get()));
    } finally {
      System.out.println("done");
    }
  }

  Coroutine<String> plainMethod() {
    try {
      return page();
    } finally {
      System.out.println("done");
    }
  }
}
