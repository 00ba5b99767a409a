package io.jasyncio;

import io.jasyncio.codegen.Failure;
import io.jasyncio.internal.WaitingTask;
import io.jasyncio.internal.Waker;

/** What a task waits for whose sleep was cancelled: nothing any more. */
record CancelledWait(String message) implements Waker {

  @Override
  public void wakes(WaitingTask task) {
    throw new IllegalStateException("over already");
  }

  @Override
  public boolean cancel(String laterMessage) {
    return false;
  }

  @Override
  public Object outcome(boolean unwanted) {
    return new Failure(new CancelledError(message));
  }

  @Override
  public String describeWait() {
    return "is ready to go on";
  }
}
