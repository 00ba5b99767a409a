package io.jasyncio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads a pipe that no loop can wait for, on a thread of its own. One block is under way at a time,
 * and none while reading is paused: then the writer is stopped by the operating system once the
 * pipe is full.
 */
final class ThreadSource extends PipeSource {

  private static final int BLOCK_SIZE = 16 * 1024;

  private final InputStream pipe;

  /** A permit for the thread to read on. */
  private final Semaphore mayRead = new Semaphore(0);

  private boolean started;

  /** What came while reading was paused. */
  private Runnable kept;

  private volatile boolean over;

  ThreadSource(EventLoop loop, InputStream pipe) {
    super(loop, pipe);
    this.pipe = pipe;
  }

  // On the pipe's thread

  private void readAll() {
    byte[] block = new byte[BLOCK_SIZE];
    try (pipe) {
      while (!over) {
        int size = pipe.read(block);
        if (size < 0) {
          loop.callSoonThreadsafeUnlessClosed(() -> arrived(this::endReached));
          return;
        }
        loop.callSoonThreadsafeUnlessClosed(() -> arrived(() -> deliver(block, size)));
        if (!awaitPermit()) {
          return;
        }
      }
    } catch (IOException | RuntimeException failure) {
      loop.callSoonThreadsafeUnlessClosed(() -> arrived(() -> failed(failure)));
    }
  }

  /** False if there is nothing more to read for. */
  private boolean awaitPermit() {
    try {
      while (!mayRead.tryAcquire(1, TimeUnit.SECONDS)) {
        if (loop.isClosed()) {
          return false;
        }
      }
      return !over;
    } catch (InterruptedException nobodyElseHasThisThread) {
      return false;
    }
  }

  // On the loop's thread

  private void arrived(Runnable outcome) {
    if (readsNow()) {
      outcome.run();
    } else if (!over) {
      kept = outcome;
    }
  }

  private void deliver(byte[] block, int size) {
    received(ByteBuffer.wrap(block, 0, size));
    arrived(mayRead::release);
  }

  @Override
  void readOn() {
    if (!started) {
      started = true;
      PipeThreads.run(this::readAll);
    } else if (kept != null) {
      Runnable outcome = kept;
      kept = null;
      loop.enqueue(() -> arrived(outcome));
    }
  }

  /** A read that has begun ends when something comes; that is kept. */
  @Override
  void readNoMore() {}

  /** The thread sees it when something comes, and closes the pipe. */
  @Override
  void closePipe() {
    over = true;
    kept = null;
    mayRead.release();
    if (!started) {
      started = true;
      PipeThreads.run(this::readAll);
    }
  }
}
