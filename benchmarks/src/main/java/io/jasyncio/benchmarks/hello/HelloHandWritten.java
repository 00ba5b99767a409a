package io.jasyncio.benchmarks.hello;

import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Loop;

/** With the hand-written loop. */
public final class HelloHandWritten {

  private HelloHandWritten() {}

  public static void main(String[] arguments) {
    Loop loop = new Loop();
    loop.execute(new Greeting(loop));
    loop.runUntilIdle();
  }

  private static final class Greeting extends Fiber {
    private boolean slept;

    Greeting(Loop loop) {
      super(loop);
    }

    @Override
    protected long start() {
      if (!slept) {
        slept = true;
        loop.schedule(1_000_000, this);
        return SUSPENDED;
      }
      System.out.println("Hello world");
      return 0;
    }

    @Override
    protected void ended(long result) {}
  }
}
