package io.jasyncio;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;

/**
 * Writes to a pipe that no loop can wait for: what the program writes is kept, and a thread takes
 * it to the pipe block by block.
 */
final class ThreadSink extends PipeSink {

  private static final int BLOCK_SIZE = 64 * 1024;

  private final OutputStream pipe;

  /** What to make of a failure to write. */
  private final UnaryOperator<IOException> naming;

  /** So many bytes are on the way by a thread. */
  private int underWay;

  ThreadSink(EventLoop loop, OutputStream pipe, UnaryOperator<IOException> naming) {
    super(loop, pipe);
    this.pipe = pipe;
    this.naming = naming;
  }

  @Override
  void send() {
    byte[] block = unsent.take(Math.min(BLOCK_SIZE, unsent.size()));
    underWay = block.length;
    PipeThreads.run(() -> write(pipe, block));
  }

  /** On a thread of the pipes. */
  private void write(OutputStream target, byte[] block) {
    try {
      target.write(block);
      target.flush();
      loop.callSoonThreadsafeUnlessClosed(this::written);
    } catch (IOException failure) {
      IOException named = naming.apply(failure);
      loop.callSoonThreadsafeUnlessClosed(() -> notWritten(named));
    } catch (RuntimeException failure) {
      loop.callSoonThreadsafeUnlessClosed(() -> notWritten(failure));
    }
  }

  private void written() {
    underWay = 0;
    if (!unsent.isEmpty()) {
      send();
    }
    sent();
  }

  private void notWritten(Exception failure) {
    underWay = 0;
    failed(failure);
  }

  @Override
  boolean isBusy() {
    return underWay > 0;
  }

  @Override
  int bytesUnderWay() {
    return underWay;
  }

  @Override
  void waitNoMore() {}

  /** By a thread, as it may wait; what the pipe's own buffer holds is flushed already. */
  @Override
  void closePipe() {
    PipeThreads.run(this::closeStream);
  }

  private void closeStream() {
    try {
      pipe.close();
    } catch (IOException nobodyReads) {
      // There is nobody left to tell.
      return;
    }
  }
}
