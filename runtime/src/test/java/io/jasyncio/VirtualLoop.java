package io.jasyncio;

/** {@link Asyncio#run} on virtual time. */
final class VirtualLoop {

  private VirtualLoop() {}

  static EventLoop create() {
    return EventLoop.create(new VirtualPoller());
  }

  static <T> T run(Coroutine<T> main) {
    try (Runner runner = new Runner(create())) {
      return runner.run(main);
    }
  }
}
