import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class Methods {
  @Async
  // ERROR [AsyncNative] call the native method through toThread(...)
  native Coroutine<Void> instance();

  @Async
  // ERROR [AsyncReturnType] declare it as Coroutine<Long>
  // ERROR [AsyncNative] an @Async method cannot be native, for it has no body to suspend
  static native long twoMistakes();
}
