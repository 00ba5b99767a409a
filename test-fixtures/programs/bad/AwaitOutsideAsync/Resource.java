import io.jasyncio.AsyncCloseable;
import io.jasyncio.Coroutine;

final class Resource implements AsyncCloseable {
  @Override
  public Coroutine<Void> aclose() {
    return Coroutine.completed(null);
  }

  static void declared() {
    // ERROR [AwaitOutsideAsync] closing this resource awaits, and this method cannot
    try (var resource = new Resource()) {
      System.out.println(resource);
    }
  }

  static <R extends Resource> void given(R resource, AutoCloseable plain) throws Exception {
    try (plain;
        // ERROR [AwaitOutsideAsync] annotate it with @Async and let it return Coroutine<T>
        resource) {
      System.out.println(resource);
    }
  }
}
