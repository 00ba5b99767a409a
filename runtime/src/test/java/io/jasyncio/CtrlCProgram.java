package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.annotations.Async;
import java.time.Duration;

/** What {@link CtrlCTest} runs in a JVM of its own. */
final class CtrlCProgram {

  private CtrlCProgram() {}

  public static void main(String[] args) {
    if (args[0].equals("handler")) {
      try (EventLoop loop = EventLoop.create()) {
        loop.addSignalHandler("INT", () -> {});
      }
      return;
    }
    try {
      run(
          () -> waitForEver(args[0].equals("stubborn")),
          RunOptions.DEFAULT.withOnInterrupt(
              args[0].equals("throw") ? OnInterrupt.THROW : OnInterrupt.EXIT));
    } catch (KeyboardInterrupt interrupt) {
      System.out.println("main caught KeyboardInterrupt");
    }
    System.out.println("main goes on");
  }

  @Async
  private static Coroutine<Void> waitForEver(boolean stubborn) {
    System.out.println("ready");
    try {
      await(getRunningLoop().createFuture());
    } finally {
      System.out.println("cleaning up");
      await(stubborn ? getRunningLoop().createFuture() : sleep(Duration.ofMillis(1), null));
      System.out.println("cleaned up");
    }
    return result();
  }
}
