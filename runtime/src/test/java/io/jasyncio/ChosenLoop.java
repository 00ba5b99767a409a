package io.jasyncio;

import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;

import io.jasyncio.annotations.Async;
import java.util.List;

/** Carries the kind of loop on which the tests run to a program that they start. */
final class ChosenLoop {

  private ChosenLoop() {}

  /** What to give the program: the class that installs its loop; nothing for the usual one. */
  static List<String> arguments() {
    return run(() -> find());
  }

  @Async
  private static Coroutine<List<String>> find() {
    String network = getRunningLoop().io().network.getClass().getPackageName();
    return result(network.endsWith(".netty") ? List.of(network + ".NettyLoop") : List.of());
  }

  /** Does in the program as its {@link #arguments} say. */
  static void install(String[] arguments) throws ReflectiveOperationException {
    for (String loop : arguments) {
      Class.forName(loop).getMethod("install").invoke(null);
    }
  }
}
