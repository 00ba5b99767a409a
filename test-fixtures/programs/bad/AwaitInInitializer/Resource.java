import io.jasyncio.AsyncCloseable;

final class Resource {
  Resource(AsyncCloseable given) {
    // ERROR [AwaitInInitializer] closing this resource awaits, and a constructor or initialiser cannot
    try (given) {
      System.out.println(given);
    }
  }
}
