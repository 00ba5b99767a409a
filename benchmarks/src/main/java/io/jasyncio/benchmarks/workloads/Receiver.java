package io.jasyncio.benchmarks.workloads;

/** A task that receives items from another thread and counts them. */
public abstract class Receiver {

  /** What ends the task instead of being counted. */
  public static final int STOP = -1;

  private volatile long received;

  /** Sends an item; from any thread, without waiting. */
  public abstract void send(int item);

  /** Ends the task, and the thread that it runs on. */
  public void stop() {
    send(STOP);
  }

  /** Notes that an item was received; in the task. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // There is one task.
  public final void count() {
    received++;
  }

  final long received() {
    return received;
  }

  /** Runs a loop on a thread of its own. */
  protected static void inBackground(Runnable loop) {
    Thread thread = new Thread(loop, "loop");
    thread.setDaemon(true);
    thread.start();
  }
}
