import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCallable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

final class Threads {
  @Async
  Coroutine<Void> waits(Thread thread, Object monitor) throws InterruptedException {
    // WARNING [BlockingCall] Thread.sleep blocks the loop's thread, and with it every task
    Thread.sleep(1);
    // WARNING [BlockingCall] TimeUnit.sleep blocks the loop's thread
    TimeUnit.SECONDS.sleep(1);
    // WARNING [BlockingCall] call it through toThread(...)
    thread.join();
    // WARNING [BlockingCall] use an AsyncCondition or AsyncEvent
    monitor.wait();
    // WARNING [BlockingCall] Object.wait blocks
    wait(1);
    return result();
  }

  @Async
  Coroutine<String> futures(CompletableFuture<String> stage, ExecutorService executor)
      throws ExecutionException, InterruptedException {
    if (stage.isDone()) {
      // WARNING [BlockingCall] CompletableFuture.get blocks the loop's thread
      return result(stage.get());
    }
    // WARNING [BlockingCall] await it
    String joined = stage.join();
    // WARNING [BlockingCall] Future.get blocks
    return result(joined + executor.submit(() -> "x").get());
  }

  private static final class Lock extends ReentrantLock {
    private static final long serialVersionUID = 1L;
  }

  @Async
  <Q extends BlockingQueue<String>> Coroutine<String> subtypes(
      Lock lock, LinkedBlockingQueue<String> queue, Q generic) throws InterruptedException {
    // WARNING [BlockingCall] use an AsyncLock
    lock.lock();
    lock.unlock();
    // WARNING [BlockingCall] BlockingQueue.take blocks
    String text = generic.take();
    // WARNING [BlockingCall] use an AsyncQueue
    return result(text + queue.take());
  }

  AsyncCallable<Void> asyncLambda() {
    return () -> {
      // WARNING [BlockingCall] Thread.sleep blocks the loop's thread
      Thread.sleep(1);
      return result();
    };
  }
}
