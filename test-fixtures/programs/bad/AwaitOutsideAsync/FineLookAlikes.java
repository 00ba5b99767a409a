import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Asyncio;
import io.jasyncio.Coroutine;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

final class FineLookAlikes {
  static final class Other {
    static String await(Coroutine<String> page) {
      return page.toString();
    }

    static String result(String text) {
      return text;
    }
  }

  boolean awaitOfAnotherClass(CountDownLatch latch) throws InterruptedException {
    return latch.await(0, TimeUnit.SECONDS);
  }

  String functionsOfTheSameNames(Coroutine<String> page) {
    return Other.await(page) + Other.result("x");
  }

  Coroutine<String> plainMethodsMayReturnCoroutines() {
    return Coroutine.completed("x");
  }

  static void main(String... arguments) {
    Asyncio.run(() -> new FineLookAlikes().plainMethodsMayReturnCoroutines());
  }
}
