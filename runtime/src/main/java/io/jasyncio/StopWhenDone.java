package io.jasyncio;

import java.util.function.Consumer;

/** Stops a loop when the future that it runs for is done. */
// No record: the first use of a record's equals costs a program 20 ms.
final class StopWhenDone implements Consumer<Future<?>> {

  private final EventLoop loop;

  StopWhenDone(EventLoop loop) {
    this.loop = loop;
  }

  @Override
  public void accept(Future<?> done) {
    loop.stop();
  }
}
