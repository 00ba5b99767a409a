import io.jasyncio.AsyncCloseable;

final class Resource {
  static Runnable uses(AsyncCloseable given) {
    return () -> {
      // ERROR [AwaitInLambda] closing this resource awaits, and this lambda cannot
      try (given) {
        System.out.println(given);
      }
    };
  }
}
