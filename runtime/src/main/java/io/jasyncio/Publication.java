package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.Sneaky;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An {@link AsyncIterable} as a {@link Flow.Publisher}: each subscription is an iteration of its
 * own, in a task of its own, which asks for a value only when the subscriber wants one.
 */
final class Publication<T> implements Flow.Publisher<T> {

  private final AsyncIterable<? extends T> source;
  private final EventLoop loop;

  Publication(AsyncIterable<? extends T> source, EventLoop loop) {
    this.source = source;
    this.loop = loop;
  }

  /** On any thread; the subscriber is called on the loop's thread. */
  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    Arguments.notNull(subscriber, "subscriber");
    Subscription subscription = new Subscription(subscriber);
    if (!loop.postUnlessClosed(subscription::start)) {
      subscriber.onSubscribe(subscription);
      subscriber.onError(
          new IllegalStateException("the publisher's event loop is closed: " + loop));
    }
  }

  private final class Subscription implements Flow.Subscription {

    /** Null when the subscription is over: the specification wants it forgotten. */
    private volatile Flow.Subscriber<? super T> subscriber;

    /** How many values were requested and not given; below zero for an illegal request. */
    private final AtomicLong demand = new AtomicLong();

    /** Set while the iteration waits for demand; used on the loop's thread only. */
    private Future<Void> awaited;

    /** Null when nothing is to be cancelled; used on the loop's thread only. */
    private Task<Void> task;

    Subscription(Flow.Subscriber<? super T> subscriber) {
      this.subscriber = subscriber;
    }

    private void start() {
      task = loop.createTask(run());
    }

    @Override
    public void request(long count) {
      long before =
          demand.getAndUpdate(
              now -> now < 0 || count <= 0 ? Long.MIN_VALUE : saturated(now + count));
      if (before == 0 || count <= 0) {
        loop.callSoonThreadsafeUnlessClosed(this::wake);
      }
    }

    /** A sum beyond the range of a long means "as many as there are". */
    private static long saturated(long sum) {
      return sum < 0 ? Long.MAX_VALUE : sum;
    }

    @Override
    public void cancel() {
      if (subscriber != null) {
        subscriber = null;
        loop.callSoonThreadsafeUnlessClosed(this::end);
      }
    }

    private void wake() {
      if (awaited != null && !awaited.done()) {
        awaited.setResult(null);
      }
    }

    private void end() {
      if (task != null) {
        boolean unused = task.cancel();
      }
    }

    @Async
    @SuppressWarnings("CancellationSwallowed") // the subscriber gets it
    private Coroutine<Void> run() {
      Flow.Subscriber<? super T> first = subscriber;
      if (first == null) {
        return result();
      }
      first.onSubscribe(this);
      try (Iteration<? extends T> values = new Iteration<>(source)) {
        try {
          while (await(isWanted()) && await(values.advance())) {
            give(values.take());
          }
        } finally {
          task = null; // so that a cancel which comes now does not cut the closing short
        }
      } catch (Throwable failure) {
        fail(failure);
        return result();
      }
      complete();
      return result();
    }

    /** Waits for demand; false if the subscription is over. */
    @Async
    private Coroutine<Boolean> isWanted() {
      while (demand.get() == 0 && subscriber != null) {
        awaited = loop.createFuture();
        try {
          await(awaited); // a request of meanwhile wakes it in a later turn
        } finally {
          awaited = null;
        }
      }
      if (demand.get() < 0) {
        throw new IllegalArgumentException(
            "a subscriber has requested 0 or fewer values (rule 3.9): request 1 or more");
      }
      return result(subscriber != null);
    }

    private void give(T value) {
      Objects.requireNonNull(value, "a Flow.Publisher cannot give null (rule 2.13): filter it out");
      Flow.Subscriber<? super T> receiver = subscriber;
      if (receiver != null) {
        long unused = demand.getAndUpdate(now -> now == Long.MAX_VALUE || now < 0 ? now : now - 1);
        try {
          receiver.onNext(value);
        } catch (Throwable failure) {
          subscriber = null; // by rule 2.13 it counts as cancelled
          throw failure;
        }
      }
    }

    private void complete() {
      Flow.Subscriber<? super T> receiver = subscriber;
      subscriber = null;
      if (receiver != null) {
        receiver.onComplete();
      }
    }

    /** Also for a cancellation, unless it was the subscriber's: the values end too early. */
    private void fail(Throwable failure) {
      Flow.Subscriber<? super T> receiver = subscriber;
      subscriber = null;
      if (receiver != null) {
        receiver.onError(failure);
      } else if (!(failure instanceof CancelledError)) {
        throw Sneaky.raise(failure); // the task's failure, which the loop reports
      }
    }
  }
}
