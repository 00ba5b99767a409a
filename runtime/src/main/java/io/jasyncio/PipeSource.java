package io.jasyncio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads a pipe of a subprocess on a thread of its own, and feeds a reader on the loop's thread. One
 * block is under way at a time, and none while the reader is paused: then the process is stopped by
 * the operating system once the pipe is full.
 */
final class PipeSource implements ReadTransport {

  private static final int BLOCK_SIZE = 16 * 1024;

  private final EventLoop loop;
  private final InputStream pipe;
  private final StreamReader reader;

  /** A permit for the thread to read on. */
  private final Semaphore mayRead = new Semaphore(0);

  private boolean paused;

  /** The thread waits for a permit, which it gets when reading is resumed. */
  private boolean owed;

  private volatile boolean closing;

  PipeSource(EventLoop loop, InputStream pipe, StreamReader reader) {
    this.loop = loop;
    this.pipe = pipe;
    this.reader = reader;
    reader.setTransport(this);
    PipeThreads.run(this::readAll);
  }

  // On the pipe's thread

  private void readAll() {
    byte[] block = new byte[BLOCK_SIZE];
    try (pipe) {
      int size = pipe.read(block);
      while (size >= 0 && !closing) {
        int taken = size;
        loop.callSoonThreadsafeUnlessClosed(() -> feed(block, taken));
        if (!awaitPermit()) {
          return;
        }
        size = pipe.read(block);
      }
      loop.callSoonThreadsafeUnlessClosed(this::ended);
    } catch (IOException failure) {
      loop.callSoonThreadsafeUnlessClosed(() -> failed(failure));
    }
  }

  /** False if the loop was closed meanwhile. */
  private boolean awaitPermit() {
    try {
      while (!mayRead.tryAcquire(1, TimeUnit.SECONDS)) {
        if (loop.isClosed()) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException nobodyElseHasThisThread) {
      return false;
    }
  }

  // On the loop's thread

  private void feed(byte[] block, int size) {
    if (!closing) {
      reader.feedData(ByteBuffer.wrap(block, 0, size));
    }
    if (paused) {
      owed = true;
    } else {
      mayRead.release();
    }
  }

  private void ended() {
    closing = true;
    reader.feedEof();
  }

  private void failed(IOException failure) {
    if (closing) {
      reader.feedEof();
    } else {
      closing = true;
      reader.setException(failure);
    }
  }

  @Override
  public boolean isReading() {
    return !paused && !closing;
  }

  @Override
  public void pauseReading() {
    paused = true;
  }

  @Override
  public void resumeReading() {
    paused = false;
    if (owed) {
      owed = false;
      mayRead.release();
    }
  }

  @Override
  public Object getExtraInfo(String name) {
    return name.equals("pipe") ? pipe : null;
  }

  @Override
  public boolean isClosing() {
    return closing;
  }

  /** The thread sees it when the process writes the next time, or ends. */
  @Override
  public void close() {
    if (!closing) {
      closing = true;
      reader.feedEof();
      resumeReading();
    }
  }

  @Override
  public String toString() {
    return "PipeSource (" + (closing ? "closed" : paused ? "paused" : "open") + ")";
  }
}
