package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.List;
import java.util.concurrent.Flow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A subscriber cancels on another thread as the loop gives it values. */
@JCStressTest
@Outcome(id = "(|a|ab), 0", expect = ACCEPTABLE, desc = "some of the values, and no task is left")
@State
public class PublicationCancelled {

  private final class Values implements Flow.Subscriber<String> {
    private volatile Flow.Subscription subscription;
    private final StringBuilder seen = new StringBuilder();

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      loop.stop();
    }

    @Override
    public void onNext(String value) {
      seen.append(value);
    }

    @Override
    public void onError(Throwable failure) {
      seen.append(failure);
      loop.stop();
    }

    @Override
    public void onComplete() {
      seen.append('.');
      loop.stop();
    }
  }

  private final EventLoop loop = EventLoop.create();
  private final Values values = new Values();

  /** Subscribes, and wants nothing yet. */
  public PublicationCancelled() {
    new Publication<>(AsyncIterable.of(List.of("a", "b")), loop).subscribe(values);
    loop.runForever();
  }

  /** Gives values until the subscriber has cancelled. */
  @Actor
  public void loop(LL_Result result) {
    loop.runForever();
    for (int turn = 0; turn < 10; turn++) {
      loop.stop();
      loop.runForever();
    }
    result.r1 = values.seen.toString();
    result.r2 = loop.allTasks().size();
    loop.close();
  }

  /** The subscriber's thread. */
  @Actor
  public void subscriber() {
    values.subscription.request(2);
    values.subscription.cancel();
    loop.callSoonThreadsafeUnlessClosed(loop::stop);
  }
}
