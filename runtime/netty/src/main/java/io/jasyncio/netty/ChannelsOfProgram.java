package io.jasyncio.netty;

import io.jasyncio.nio.NioNetwork;
import io.jasyncio.nio.NioSelection;
import io.jasyncio.spi.Network;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Channels of {@code java.nio} that the program has opened itself. Nothing tells their descriptors,
 * so epoll cannot watch them beside the loop's own sockets, and a selector does.
 *
 * <p>While the loop waits, a second thread waits for that selector, and wakes the loop when a
 * channel is ready. It does nothing else: before the loop goes on it has left the selector, so that
 * all that happens to channels and their keys happens on the loop's thread.
 */
final class ChannelsOfProgram {

  private final Runnable wakeLoop;
  private final Network network = new NioNetwork(this::selection);

  /** Null until there is a channel. */
  private NioSelection selection;

  private Waiter waiter;

  /** The waiter has the selector. */
  private boolean lent;

  ChannelsOfProgram(Runnable wakeLoop) {
    this.wakeLoop = wakeLoop;
  }

  /** Watches channels; it makes none. */
  Network network() {
    return network;
  }

  private NioSelection selection() throws IOException {
    if (selection == null) {
      selection = NioSelection.open();
    }
    return selection;
  }

  boolean isDue() {
    return selection != null && selection.isDue();
  }

  void selectNow() {
    if (selection != null && !selection.isEmpty()) {
      selection.selectNow();
    }
  }

  /** Has the second thread wait as well, if there is something to wait for. */
  void beginWaiting() {
    if (selection == null || selection.isEmpty()) {
      return;
    }
    if (waiter == null) {
      waiter = new Waiter(selection, wakeLoop);
      waiter.start();
    }
    lent = true;
    waiter.begin.release();
  }

  /** Takes the selector back, and tells whose channels are ready. */
  void endWaiting() {
    if (lent) {
      selection.wakeup();
      waiter.end.acquireUninterruptibly();
      lent = false;
      selection.selectNow();
    }
  }

  void close() {
    if (waiter != null) {
      waiter.closed = true;
      waiter.begin.release();
    }
    if (selection != null) {
      selection.close();
    }
  }

  /** Waits for the selector whenever it may. */
  private static final class Waiter extends Thread {

    final Semaphore begin = new Semaphore(0);
    final Semaphore end = new Semaphore(0);
    volatile boolean closed;
    private final NioSelection selection;
    private final Runnable wakeLoop;

    Waiter(NioSelection selection, Runnable wakeLoop) {
      super("jasyncio-channels");
      this.selection = selection;
      this.wakeLoop = wakeLoop;
      setDaemon(true);
    }

    @Override
    public void run() {
      begin.acquireUninterruptibly();
      while (!closed) {
        try {
          if (selection.awaitReady()) {
            wakeLoop.run();
          }
        } finally {
          end.release();
        }
        begin.acquireUninterruptibly();
      }
    }
  }
}
