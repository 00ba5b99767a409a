package io.jasyncio;

import java.util.function.Consumer;

/** Stops a loop when the future that it runs for is done. */
record StopWhenDone(EventLoop loop) implements Consumer<Future<?>> {

  @Override
  public void accept(Future<?> done) {
    loop.stop();
  }
}
