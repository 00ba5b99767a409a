import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.util.List;
import java.util.concurrent.Future;

class WrongTypes {
  @Async
  // ERROR [AsyncReturnType] not void: declare it as Coroutine<Void> and end it with return result()
  void nothing() {}

  @Async
  // ERROR [AsyncReturnType] not int: declare it as Coroutine<Integer> and end it with return result(...)
  int number() {
    return 1;
  }

  @Async
  // ERROR [AsyncReturnType] declare it as Coroutine<int[]>
  int[] numbers() {
    return new int[0];
  }

  @Async
  // ERROR [AsyncReturnType] declare it as Coroutine<List<String>>
  List<String> list() {
    return List.of();
  }

  @Async
  // ERROR [AsyncReturnType] declare it as Coroutine<String>
  Future<String> future(Future<String> future) {
    return future;
  }

  @Async
  // ERROR [AsyncReturnType] not T: declare it as Coroutine<T>
  <T> T any(T value) {
    return value;
  }

  @Async
  // ERROR [AsyncReturnType] an @Async method returns Coroutine<T>, not C: declare it as Coroutine<String>
  <C extends Coroutine<String>> C coroutineByBound(C coroutine) {
    return coroutine;
  }
}
