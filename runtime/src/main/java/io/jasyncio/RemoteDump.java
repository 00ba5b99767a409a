package io.jasyncio;

import io.jasyncio.internal.Sneaky;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@link EventLoop#dump} for another thread. */
final class RemoteDump {

  private static final long PATIENCE_MILLIS = 1000;

  private RemoteDump() {}

  static String of(EventLoop loop, Thread owner) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    loop.callSoonThreadsafeUnlessClosed(() -> answer.complete(loop.dump()));
    try {
      return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException busy) {
      return loop
          + " does not answer: its thread "
          + owner
          + " is busy at"
          + CallSite.format(List.of(owner.getStackTrace()))
          + "\n";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return loop + " was not asked: this thread was interrupted\n";
    } catch (ExecutionException failure) {
      throw Sneaky.raise(failure.getCause());
    }
  }
}
