package io.jasyncio;

import java.util.List;
import java.util.function.Consumer;

/**
 * A callback with the context to run it in. Where there is none, and debug mode is off, the
 * callback stands for itself.
 */
record Scheduled(EventLoop loop, Object context, Runnable callback, List<StackTraceElement> madeAt)
    implements Runnable {

  /**
   * The callback itself, unless there is something to be noted beside it.
   *
   * @param chosen null for a copy of the present context
   */
  static Runnable in(EventLoop loop, Context chosen, Runnable callback) {
    Object seen = chosen != null ? chosen : loop.snapshotOfContext();
    if (loop.debugMode() != null) {
      return new Scheduled(loop, seen, callback, CallSite.ofCaller());
    }
    return seen == null ? callback : new Scheduled(loop, seen, callback, List.of());
  }

  /** As {@link Scheduled}, for a future's callback. */
  record WhenDone<T>(EventLoop loop, Object context, Consumer<? super Future<T>> callback)
      implements Consumer<Future<T>> {

    @Override
    public void accept(Future<T> future) {
      // The loop forgets it when the callback's turn is over.
      loop.context = context;
      callback.accept(future);
    }

    @Override
    public String toString() {
      return callback.toString();
    }
  }

  @Override
  public void run() {
    loop.context = context;
    callback.run();
  }

  @Override
  public String toString() {
    return callback.toString();
  }
}
