package io.jasyncio.benchmarks.handwritten;

/** A fiber whose result is wanted outside the loop. */
public abstract class MainFiber extends Fiber {

  private long result;

  protected MainFiber(Loop loop) {
    super(loop);
  }

  /** Runs this to its end. */
  public final long runToEnd() {
    loop.execute(this);
    loop.runUntilIdle();
    return result;
  }

  @Override
  protected final void ended(long result) {
    this.result = result;
  }
}
