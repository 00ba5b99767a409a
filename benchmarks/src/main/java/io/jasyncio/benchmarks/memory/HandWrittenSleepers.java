package io.jasyncio.benchmarks.memory;

import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Frame;
import io.jasyncio.benchmarks.handwritten.Loop;

/** Fibers in the loop's heap of timers: not tasks, which have an outcome that others wait for. */
final class HandWrittenSleepers extends Sleepers {

  private final Loop loop = new Loop();

  @Override
  public void put(int count, int depth) {
    for (int i = 0; i < count; i++) {
      // As the loop would run it. It would not return, as there are timers left.
      new Napping(loop, depth).run();
    }
  }

  private static final class Napping extends Fiber {
    private final int depth;

    Napping(Loop loop, int depth) {
      super(loop);
      this.depth = depth;
    }

    @Override
    protected long start() {
      return nap(depth);
    }

    private long nap(int depth) {
      if (depth == 1) {
        loop.schedule(DAY_MILLIS * 1_000_000L, this);
        return sleep(new NapFrame(depth));
      }
      nap(depth - 1);
      return sleep(new NapFrame(depth));
    }

    @Override
    protected void ended(long result) {}
  }

  private static final class NapFrame extends Frame {
    private final int depth;

    NapFrame(int depth) {
      this.depth = depth;
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return depth + sent;
    }
  }
}
