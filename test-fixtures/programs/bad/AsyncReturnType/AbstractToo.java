import io.jasyncio.annotations.Async;

interface AbstractToo {
  @Async
  // ERROR [AsyncReturnType] an @Async method returns Coroutine<T>, not String
  String text();
}
