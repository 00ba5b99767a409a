package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.toThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link AsyncIterable#toPublisher} and {@link AsyncIterable#fromPublisher} beyond the TCK. */
class PublisherTest {

  private final List<String> events = new ArrayList<>();

  /** Requests one value at a time, as long as it is told to. */
  private final class Subscriber implements Flow.Subscriber<Integer> {
    private final int cancelAt;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Flow.Subscription subscription;

    Subscriber(int cancelAt) {
      this.cancelAt = cancelAt;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      subscription.request(1);
    }

    @Override
    public void onNext(Integer value) {
      events.add("next " + value);
      if (value == cancelAt) {
        subscription.cancel();
      } else {
        subscription.request(1);
      }
    }

    @Override
    public void onError(Throwable failure) {
      events.add("error " + failure.getMessage());
      end.complete(null);
    }

    @Override
    public void onComplete() {
      events.add("complete");
      end.complete(null);
    }
  }

  @Async
  private AsyncGenerator<Integer> count(int limit) {
    try {
      for (int i = 1; i <= limit; i++) {
        await(sleep(Duration.ofSeconds(1)));
        emit(i);
      }
    } finally {
      await(sleep(Duration.ofSeconds(1)));
      events.add("closed");
    }
    return done();
  }

  @Test
  void subscriber_getsValuesAndEnd() {
    VirtualLoop.run(subscribed(count(2), new Subscriber(9)));

    assertEquals(List.of("next 1", "next 2", "closed", "complete"), events);
  }

  @Async
  private static Coroutine<Void> subscribed(AsyncIterable<Integer> source, Subscriber subscriber) {
    source.toPublisher().subscribe(subscriber);
    await(subscriber.end);
    return result();
  }

  @Test
  void failure_isSignalledAfterTheClosing() {
    VirtualLoop.run(
        subscribed(
            count(3)
                .map(
                    value -> {
                      if (value == 2) {
                        throw new IllegalStateException("two");
                      }
                      return value;
                    }),
            new Subscriber(9)));

    assertEquals(List.of("next 1", "closed", "error two"), events);
  }

  @Test
  void cancel_closesTheSource_andNothingIsSignalledAnyMore() {
    VirtualLoop.run(cancelledAndWaited());

    assertEquals(List.of("next 1", "next 2", "closed"), events);
  }

  @Async
  private Coroutine<Void> cancelledAndWaited() {
    count(9).toPublisher().subscribe(new Subscriber(2));
    await(sleep(Duration.ofSeconds(20)));
    return result();
  }

  @Test
  void endOfTheLoop_isAnError() {
    VirtualLoop.run(leftOpen());

    assertEquals(List.of("next 1", "closed", "error null"), events);
  }

  @Async
  private Coroutine<Void> leftOpen() {
    count(9).toPublisher().subscribe(new Subscriber(9));
    await(sleep(Duration.ofMillis(1500)));
    return result();
  }

  @Test
  void outsideOfALoop_thereIsNoPublisher() {
    assertThrows(IllegalStateException.class, () -> AsyncIterable.of(List.of(1)).toPublisher());
  }

  @Test
  void publisherOfAnotherThread_isIteratedInOrder() {
    for (int ahead : new int[] {1, 2, 16}) {
      assertEquals(IntStream.range(0, 1000).boxed().toList(), Asyncio.run(submitted(ahead)));
    }
  }

  @Async
  private static Coroutine<List<Integer>> submitted(int ahead) {
    Task<List<Integer>> taking;
    try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
      taking = Asyncio.createTask(AsyncIterable.fromPublisher(publisher, ahead).toList());
      while (!publisher.hasSubscribers()) {
        await(sleep(Duration.ZERO));
      }
      await(
          toThread(
              () -> {
                IntStream.range(0, 1000).forEach(publisher::submit);
                return null;
              }));
    }
    return result(await(taking));
  }

  /** Notes what is asked of it, and has numbers without end. */
  private final class Numbers implements Flow.Publisher<Integer>, Flow.Subscription {
    private Flow.Subscriber<? super Integer> subscriber;
    private int last;

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> given) {
      subscriber = given;
      events.add("subscribe");
      subscriber.onSubscribe(this);
    }

    @Override
    public void request(long count) {
      events.add("request " + count);
      for (long i = 0; i < count; i++) {
        subscriber.onNext(++last);
      }
    }

    @Override
    public void cancel() {
      events.add("cancel");
    }
  }

  @Test
  void demand_isWhatMayWait_andLeavingCancels() {
    VirtualLoop.run(takeFrom(AsyncIterable.fromPublisher(new Numbers(), 4), 5));

    assertEquals(
        List.of(
            "subscribe",
            "request 4",
            "got 1",
            "got 2",
            "request 2",
            "got 3",
            "got 4",
            "request 2",
            "got 5",
            "cancel"),
        events);
  }

  @Async
  private Coroutine<Void> takeFrom(AsyncIterable<Integer> source, int count) {
    for (int value : source) {
      events.add("got " + value);
      if (value == count) {
        break;
      }
    }
    return result();
  }

  @Test
  void failureOfThePublisher_comesAfterItsValues() {
    assertEquals(
        "broken",
        assertThrows(
                IllegalStateException.class,
                () -> VirtualLoop.run(takeFrom(AsyncIterable.fromPublisher(new Failing(), 4), 9)))
            .getMessage());
    assertEquals(List.of("got 1"), events);
  }

  private static final class Failing implements Flow.Publisher<Integer> {
    @Override
    public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long count) {
              subscriber.onNext(1);
              subscriber.onError(new IllegalStateException("broken"));
            }

            @Override
            public void cancel() {}
          });
    }
  }

  @Test
  void cancelledWait_leavesThePublisherToTheNext() {
    VirtualLoop.run(cancelledWait());

    assertEquals(List.of("timed out", "7", "cancel"), events);
  }

  @Async
  private Coroutine<Void> cancelledWait() {
    Later later = new Later();
    try (var values = new PublisherIterator<>(later, 1)) {
      try {
        int unused = await(Asyncio.waitFor(values.anext(), Duration.ofSeconds(1)));
      } catch (AsyncTimeoutException timeout) {
        events.add("timed out");
      }
      getRunningLoop().callLater(Duration.ofSeconds(1), () -> later.subscriber.onNext(7));
      events.add(String.valueOf(await(values.anext())));
    }
    return result();
  }

  private final class Later implements Flow.Publisher<Integer>, Flow.Subscription {
    private Flow.Subscriber<? super Integer> subscriber;

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> given) {
      subscriber = given;
      subscriber.onSubscribe(this);
    }

    @Override
    public void request(long count) {}

    @Override
    public void cancel() {
      events.add("cancel");
    }
  }
}
