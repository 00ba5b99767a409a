package io.jasyncio;

/** {@link Asyncio#run} on virtual time. */
public final class VirtualLoop {

  private VirtualLoop() {}

  public static EventLoop create() {
    return EventLoop.create(new VirtualPoller());
  }

  public static <T> T run(Coroutine<T> main) {
    try (Runner runner = new Runner(create())) {
      return runner.run(main);
    }
  }
}
