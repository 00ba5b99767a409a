package io.jasyncio;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that wait in pipes that cannot be selected, such as all that Java has to
 * subprocesses. There is one for each pipe that waits to be read, and for each write that waits for
 * room; none is left some seconds later.
 */
final class PipeThreads {

  /** They do little: a small stack is enough. */
  private static final long STACK_SIZE = 128 * 1024;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final ExecutorService POOL =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), PipeThreads::thread);

  private PipeThreads() {}

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "jasyncio-pipe-" + COUNT.incrementAndGet(), STACK_SIZE);
    thread.setDaemon(true);
    return thread;
  }

  static void run(Runnable work) {
    POOL.execute(work);
  }
}
