package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Nanos;
import io.jasyncio.internal.Sneaky;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a loop's blocking calls go that name no executor. Made when it is first needed. */
final class DefaultExecutor {

  private static final AtomicInteger THREADS = new AtomicInteger();

  private final EventLoop loop;
  private ExecutorService service;
  private boolean shutDown;

  DefaultExecutor(EventLoop loop) {
    this.loop = loop;
  }

  Executor get() {
    if (shutDown) {
      throw new IllegalStateException(
          "Executor shutdown has been called: no more blocking calls on this loop");
    }
    if (service == null) {
      service = create();
    }
    return service;
  }

  void set(ExecutorService executor) {
    service = executor;
  }

  /**
   * Waits for the calls that have begun, without blocking the loop.
   *
   * @param limit in real time, whatever the clock of the loop is; null for none
   */
  @Async
  Coroutine<Void> shutdown(Duration limit) {
    shutDown = true;
    if (service != null) {
      Future<Boolean> terminated = loop.createFuture();
      terminateOnThread(terminated, limit == null ? Long.MAX_VALUE : Nanos.of(limit));
      if (!await(terminated)) {
        LoopLog.LOGGER.log(
            Level.WARNING,
            "Blocking calls of the default executor have not ended within {0}: they are left"
                + " running",
            limit);
      }
    }
    return result();
  }

  /** Starts no more calls and waits for none. */
  void close() {
    shutDown = true;
    if (service != null) {
      service.shutdown();
      service = null;
    }
  }

  private void terminateOnThread(Future<Boolean> terminated, long nanos) {
    ExecutorService ending = service;
    Thread thread =
        new Thread(
            () -> {
              boolean inTime = terminate(ending, nanos);
              loop.callSoonThreadsafeUnlessClosed(() -> release(terminated, inTime));
            },
            "jasyncio-executor-shutdown");
    thread.setDaemon(true);
    thread.start();
  }

  private static void release(Future<Boolean> terminated, boolean inTime) {
    if (!terminated.done()) {
      terminated.setResult(inTime);
    }
  }

  private static boolean terminate(ExecutorService service, long nanos) {
    service.shutdown();
    long start = System.nanoTime();
    while (true) {
      try {
        long left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - start);
        return service.awaitTermination(left, TimeUnit.NANOSECONDS);
      } catch (InterruptedException ignored) {
        // This thread is nobody's to interrupt; the loop waits for the calls.
      }
    }
  }

  /**
   * Virtual threads where the JDK has them for good (21 and later), otherwise a pool that grows.
   */
  private static ExecutorService create() {
    try {
      MethodHandle virtualThreads =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return (ExecutorService) virtualThreads.invokeExact();
    } catch (NoSuchMethodException | UnsupportedOperationException olderJdk) {
      return Executors.newCachedThreadPool(DefaultExecutor::newThread);
    } catch (Throwable failure) {
      throw Sneaky.raise(failure);
    }
  }

  private static Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "jasyncio-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
