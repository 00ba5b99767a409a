package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.concurrent.Flow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A publisher's signals come while the loop deals with those before. */
@JCStressTest
@Outcome(id = "ab", expect = ACCEPTABLE, desc = "each value once, in order, and the end")
@State
public class PublisherSignals {

  private final EventLoop loop = EventLoop.create();
  private final PublisherIterator<String> iterator = new PublisherIterator<>(subscriber -> {}, 8);

  /** Subscribes to a publisher that leaves the signals to this test. */
  public PublisherSignals() {
    iterator.bind(loop);
  }

  /** Where a signal is lost this waits for ever. */
  @Actor
  public void loop(L_Result result) {
    StringBuilder values = new StringBuilder();
    try {
      while (true) {
        values.append(loop.runUntilComplete(iterator.anext()));
      }
    } catch (StopAsyncIteration end) {
      result.r1 = values.toString();
    }
    loop.close();
  }

  /** The publisher's thread. */
  @Actor
  public void publisher() {
    iterator.onSubscribe(new Wanted());
    iterator.onNext("a");
    iterator.onNext("b");
    iterator.onComplete();
  }

  /** As much as comes. */
  private static final class Wanted implements Flow.Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
