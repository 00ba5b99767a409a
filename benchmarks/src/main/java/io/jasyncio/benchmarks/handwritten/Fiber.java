package io.jasyncio.benchmarks.handwritten;

/** A chain of bodies that run as one; what a task is without everything that makes it useful. */
public abstract class Fiber implements Runnable {

  /** What a suspended body returns; no result is this. */
  public static final long SUSPENDED = Long.MIN_VALUE;

  protected final Loop loop;
  private Frame innermost;
  private Frame outermost;

  protected Fiber(Loop loop) {
    this.loop = loop;
  }

  /** Runs the outermost body; returns its result, or {@link #SUSPENDED}. */
  protected abstract long start();

  /** The outermost body has ended. */
  protected abstract void ended(long result);

  /** Lets others run: the body goes on in the loop's next turn. */
  public final long giveWay() {
    loop.execute(this);
    return SUSPENDED;
  }

  /** Puts a frame to sleep around those that were put to sleep before. */
  public final long sleep(Frame frame) {
    adopt(frame);
    outermost = frame;
    return SUSPENDED;
  }

  private void adopt(Frame awaiter) {
    if (outermost == null) {
      innermost = awaiter;
    } else {
      outermost.awaiter = awaiter;
    }
  }

  @Override
  public final void run() {
    Frame frame = innermost;
    long outcome = frame == null ? start() : resume(frame);
    if (outcome != SUSPENDED) {
      ended(outcome);
    }
  }

  private long resume(Frame first) {
    innermost = null;
    outermost = null;
    long outcome = 0;
    Frame frame = first;
    while (frame != null) {
      Frame awaiter = frame.awaiter;
      frame.awaiter = null;
      outcome = frame.resume(this, outcome);
      if (outcome == SUSPENDED) {
        adopt(awaiter);
        return outcome;
      }
      frame = awaiter;
    }
    return outcome;
  }
}
