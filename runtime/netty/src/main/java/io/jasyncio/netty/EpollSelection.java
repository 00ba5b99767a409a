package io.jasyncio.netty;

import io.jasyncio.spi.Selection;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Drives Netty's epoll handler by hand, on the loop's own thread, in the place of one of Netty's
 * event loops.
 */
final class EpollSelection implements Selection {

  private static final int SCRATCH_SIZE = 64 * 1024;

  private final IoHandler handler;
  private final Waiting waiting = new Waiting();
  private final ChannelsOfProgram channels = new ChannelsOfProgram(this::wakeup);

  /** Set before the handler is woken, so that it is seen by a wait that is about to begin. */
  private volatile boolean wokenUp;

  private ByteBuffer scratch;

  private EpollSelection(IoHandler handler) {
    this.handler = handler;
  }

  static EpollSelection open() throws IOException {
    try {
      return new EpollSelection(EpollIoHandler.newFactory().newHandler(new WhateverThread()));
    } catch (RuntimeException failure) {
      throw Failures.checked(failure);
    }
  }

  ChannelsOfProgram channels() {
    return channels;
  }

  /** Has {@code socket} told what happens to its descriptor, once it says what it waits for. */
  IoRegistration register(EpollIoHandle socket) {
    try {
      return handler.register(socket);
    } catch (Exception impossible) {
      throw new IllegalStateException("Netty's epoll handler refuses a socket", impossible);
    }
  }

  /** A cleared direct buffer, for those who have only an array. */
  ByteBuffer scratch() {
    if (scratch == null) {
      scratch = ByteBuffer.allocateDirect(SCRATCH_SIZE);
    }
    return scratch.clear();
  }

  @Override
  public void selectNow() {
    channels.selectNow();
    waiting.most = 0;
    int unused = handler.run(waiting);
  }

  @Override
  public void select(long nanos) {
    waiting.until(nanos);
    channels.beginWaiting();
    int unused = handler.run(waiting);
    channels.endWaiting();
    wokenUp = false;
  }

  @Override
  public boolean isDue() {
    return channels.isDue();
  }

  @Override
  public void wakeup() {
    wokenUp = true;
    handler.wakeup();
  }

  @Override
  public void close() {
    channels.close();
    handler.prepareToDestroy();
    handler.destroy();
  }

  /** How long the handler may wait. Its clock starts above zero: for Netty, -1 is no deadline. */
  private final class Waiting implements IoHandlerContext {

    private static final long NO_DEADLINE = -1;

    private final long origin = System.nanoTime() - 1;
    private long most;
    private long deadline;

    void until(long nanos) {
      most = nanos;
      deadline = nanos == Long.MAX_VALUE ? NO_DEADLINE : System.nanoTime() - origin + nanos;
    }

    @Override
    public boolean canBlock() {
      return most > 0 && !wokenUp;
    }

    @Override
    public long delayNanos(long now) {
      return deadline == NO_DEADLINE ? Long.MAX_VALUE : Math.max(0, deadline - (now - origin));
    }

    @Override
    public long deadlineNanos() {
      return deadline;
    }
  }

  /**
   * The loop's thread, for the handler. The loop may run on one thread after the other, and does
   * nothing on two at a time: what is to be done on its thread can be done at once. Only a wake-up
   * may come from anywhere, and is never left out as coming from the thread that it is to wake.
   */
  private static final class WhateverThread implements ThreadAwareExecutor {

    @Override
    public boolean isExecutorThread(Thread thread) {
      return false;
    }

    @Override
    public void execute(Runnable command) {
      command.run();
    }
  }
}
