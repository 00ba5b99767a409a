import io.jasyncio.annotations.Async;

final class Main {
  @Async
  // ERROR [AsyncReturnType] main cannot be @Async, for the JVM would not await it
  public static void main(String[] arguments) {}
}
