package io.jasyncio;

/** A clock that a test sets. It never waits. */
final class SetClock implements Poller {

  long now;

  @Override
  public void poll(long nanos) {}

  @Override
  public void wakeup() {}

  @Override
  public long time() {
    return now;
  }
}
