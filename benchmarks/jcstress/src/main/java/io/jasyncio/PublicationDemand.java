package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.List;
import java.util.concurrent.Flow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A subscriber asks for values on another thread, one by one, as the loop gives them. */
@JCStressTest
@Outcome(id = "ab.", expect = ACCEPTABLE, desc = "each value once, in order, and the end")
@State
public class PublicationDemand {

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
  public PublicationDemand() {
    new Publication<>(AsyncIterable.of(List.of("a", "b")), loop).subscribe(values);
    loop.runForever();
  }

  /** Where a request is lost this waits for ever. */
  @Actor
  public void loop(L_Result result) {
    loop.runForever();
    result.r1 = values.seen.toString();
    loop.close();
  }

  /** The subscriber's thread. */
  @Actor
  public void subscriber() {
    values.subscription.request(1);
    values.subscription.request(1);
    values.subscription.request(1);
  }
}
