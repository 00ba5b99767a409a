import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCallable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.io.Closeable;
import java.io.IOException;

final class Cleanups {
  @Async
  Coroutine<String> page() {
    return result("page");
  }

  @Async
  Coroutine<String> tryFinally() {
    try {
      // ERROR [ReturnInsideTry] would be awaited after the finally block
      return page();
    } finally {
      System.out.println("done");
    }
  }

  @Async
  Coroutine<String> catchBeforeFinally() {
    try {
      System.out.println("try");
    } catch (IllegalStateException e) {
      // ERROR [ReturnInsideTry] write return result(await(...))
      return page();
    } finally {
      System.out.println("done");
    }
    return page();
  }

  @Async
  Coroutine<String> resources(Closeable resource) throws IOException {
    try (resource) {
      // ERROR [ReturnInsideTry] the resources' close
      return page();
    }
  }

  @Async
  Coroutine<String> monitor() {
    synchronized (this) {
      // ERROR [ReturnInsideTry] the monitor's release
      return page();
    }
  }

  @Async
  Coroutine<String> nested(int times) {
    try {
      for (int i = 0; i < times; i++) {
        try {
          // ERROR [ReturnInsideTry] would be awaited after the finally block
          return page();
        } catch (IllegalStateException e) {
          System.out.println(e);
        }
      }
      return result("none");
    } finally {
      System.out.println("done");
    }
  }

  AsyncCallable<String> asyncLambda() {
    return () -> {
      try {
        // ERROR [ReturnInsideTry] would be awaited after the finally block
        return page();
      } finally {
        System.out.println("done");
      }
    };
  }
}
