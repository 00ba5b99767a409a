package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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

  /** Waits for the calls that have begun, without blocking the loop. */
  @Async
  Coroutine<Void> shutdown() {
    shutDown = true;
    if (service != null) {
      Future<Void> terminated = loop.createFuture();
      terminateOnThread(terminated);
      await(terminated);
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

  private void terminateOnThread(Future<Void> terminated) {
    ExecutorService ending = service;
    Thread thread =
        new Thread(
            () -> {
              terminate(ending);
              loop.callSoonThreadsafeUnlessClosed(() -> release(terminated));
            },
            "jasyncio-executor-shutdown");
    thread.setDaemon(true);
    thread.start();
  }

  private static void release(Future<Void> terminated) {
    if (!terminated.done()) {
      terminated.setResult(null);
    }
  }

  private static void terminate(ExecutorService service) {
    service.shutdown();
    boolean terminated = false;
    while (!terminated) {
      try {
        terminated = service.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException ignored) {
        // This thread is nobody's to interrupt; the loop waits for the calls.
        terminated = service.isTerminated();
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
