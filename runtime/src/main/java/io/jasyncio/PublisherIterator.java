package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Sneaky;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One iteration over a {@link Flow.Publisher}: subscribes when the first value is asked for, and
 * asks the publisher for as many values as may wait here to be taken.
 *
 * <p>The publisher's signals come on any thread. They are put into a queue and dealt with in their
 * order on the loop's thread.
 */
final class PublisherIterator<T> implements AsyncIterator<T>, AsyncCloseable, Flow.Subscriber<T> {

  private final Flow.Publisher<? extends T> publisher;
  private final int ahead;

  /** What the publisher has signalled and the loop has not seen; of any thread. */
  private final Queue<Runnable> signals = new ConcurrentLinkedQueue<>();

  /** The loop was told that there are signals. */
  private final AtomicBoolean told = new AtomicBoolean();

  /** Set before subscribing, and so before any signal. */
  private EventLoop loop;

  private final AsyncQueue<T> values = new AsyncQueue<>();

  /** Null until the publisher has called. */
  private Flow.Subscription subscription;

  /** How many values were asked for and not taken. */
  private int wanted;

  private boolean closed;
  private Throwable failure;

  PublisherIterator(Flow.Publisher<? extends T> publisher, int ahead) {
    this.publisher = publisher;
    this.ahead = ahead;
  }

  /** Subscribes; the signals are dealt with in {@code loop}. */
  void bind(EventLoop running) {
    loop = running;
    publisher.subscribe(this);
  }

  // The iterating side

  @Override
  @Async
  public Coroutine<T> anext() {
    if (loop == null && !closed) {
      bind(CurrentLoop.running());
    }
    requestMore();
    try {
      T value = await(values.get());
      wanted--;
      return result(value);
    } catch (QueueShutDownException end) {
      throw ending();
    }
  }

  /** What the publisher has failed with, once; and then the regular end. */
  private RuntimeException ending() {
    Throwable thrown = failure;
    failure = null;
    return thrown == null ? new StopAsyncIteration() : Sneaky.raise(thrown);
  }

  /** Asks for a number at a time, as each request may cost the publisher a message. */
  private void requestMore() {
    if (subscription != null && !closed && wanted <= ahead / 2) {
      int more = ahead - wanted;
      wanted = ahead;
      subscription.request(more);
    }
  }

  /** Cancels the subscription. Nothing has to be waited for. */
  @Override
  @Async
  public Coroutine<Void> aclose() {
    end(null, true);
    return result();
  }

  private void end(Throwable cause, boolean dropsValues) {
    if (!closed) {
      closed = true;
      failure = cause;
      values.shutdown(dropsValues);
      if (subscription != null) {
        subscription.cancel();
      }
    }
  }

  // The publisher's side

  @Override
  public void onSubscribe(Flow.Subscription given) {
    Arguments.notNull(given, "subscription");
    signal(() -> subscribed(given));
  }

  private void subscribed(Flow.Subscription given) {
    if (closed || subscription != null) {
      given.cancel();
    } else {
      subscription = given;
      requestMore();
    }
  }

  @Override
  public void onNext(T value) {
    Arguments.notNull(value, "value");
    signal(() -> arrived(value));
  }

  private void arrived(T value) {
    if (!closed) {
      values.putNowait(value);
    }
  }

  @Override
  public void onError(Throwable cause) {
    Arguments.notNull(cause, "failure");
    signal(() -> ended(cause));
  }

  @Override
  public void onComplete() {
    signal(() -> ended(null));
  }

  private void ended(Throwable cause) {
    subscription = null; // there is nothing to cancel any more
    end(cause, false);
  }

  private void signal(Runnable event) {
    signals.add(event);
    if (told.compareAndSet(false, true)) {
      loop.callSoonThreadsafeUnlessClosed(this::dealWithSignals);
    }
  }

  private void dealWithSignals() {
    told.set(false);
    for (Runnable event = signals.poll(); event != null; event = signals.poll()) {
      event.run();
    }
  }
}
