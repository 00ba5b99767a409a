package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.SubscriberPuppet;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.WhiteboxSubscriberProbe;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.reactivestreams.tck.flow.FlowSubscriberWhiteboxVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;
import org.testng.annotations.AfterClass;

/** The adapters to {@link Flow} keep the rules of Reactive Streams, as its own tests check. */
class ReactiveStreamsTckTest {

  @Test
  void publisher_keepsRules() {
    verify(PublisherVerification.class, 25);
  }

  @Test
  void subscriber_keepsRulesAsSeenFromOutside() {
    verify(SubscriberVerification.class, 8);
  }

  @Test
  void subscriber_keepsRulesAsSeenFromInside() {
    verify(WhiteboxVerification.class, 10);
  }

  /** The TCK skips what does not apply; it must not skip all. */
  private static void verify(Class<?> verification, int least) {
    TestListenerAdapter outcomes = new TestListenerAdapter();
    TestNG tests = new TestNG(false);
    tests.setVerbose(0);
    tests.setTestClasses(new Class<?>[] {verification});
    tests.addListener(outcomes);

    tests.run();

    assertEquals(List.of(), outcomes.getFailedTests().stream().map(Failure::of).toList());
    assertEquals(List.of(), outcomes.getConfigurationFailures());
    int passed = outcomes.getPassedTests().size();
    assertTrue(passed >= least, passed + " passed");
  }

  private record Failure(String test, Throwable cause) {
    static Failure of(ITestResult result) {
      return new Failure(result.getName(), result.getThrowable());
    }
  }

  private static TestEnvironment environment() {
    return new TestEnvironment(500, 50);
  }

  /** A loop that runs on a thread of its own. */
  private static final class LoopThread {
    final EventLoop loop = EventLoop.create();

    LoopThread() {
      loop.setExceptionHandler((where, context) -> {}); // The TCK breaks rules on purpose.
      Thread thread = new Thread(loop::runForever, "TCK's loop");
      thread.setDaemon(true);
      thread.start();
    }

    void stop() {
      loop.callSoonThreadsafe(loop::stop);
    }
  }

  /** An async generator as a publisher. */
  public static final class PublisherVerification extends FlowPublisherVerification<Integer> {
    private final LoopThread thread = new LoopThread();

    public PublisherVerification() {
      super(environment());
    }

    @Override
    public Flow.Publisher<Integer> createFlowPublisher(long elements) {
      return new Publication<>(() -> numbers(elements), thread.loop);
    }

    /** Some come at once, some later. */
    @Async
    private static AsyncGenerator<Integer> numbers(long count) {
      for (int i = 0; i < count; i++) {
        if (i % 3 == 0) {
          await(sleep(Duration.ZERO));
        }
        emit(i);
      }
      return done();
    }

    @Override
    public Flow.Publisher<Integer> createFailedFlowPublisher() {
      EventLoop closed = EventLoop.create();
      closed.close();
      return new Publication<>(AsyncIterable.of(List.of(1)), closed);
    }

    @AfterClass
    public void stopLoop() {
      thread.stop();
    }
  }

  /** Takes the values of a publisher, as many as there are. */
  @Async
  private static Coroutine<Void> drain(AsyncIterable<Integer> source) {
    for (int unused : source) {}
    return result();
  }

  /** Takes some values of a publisher. */
  @Async
  private static Coroutine<Void> take(AsyncIterator<Integer> source, long count) {
    for (long i = 0; i < count; i++) {
      int unused = await(source.anext());
    }
    return result();
  }

  /** An iteration over a publisher, which the TCK plays. */
  private static PublisherIterator<Integer> iterator() {
    return new PublisherIterator<>(subscriber -> {}, 4);
  }

  private static void start(LoopThread thread, Supplier<Coroutine<Void>> call) {
    thread.loop.callSoonThreadsafe(() -> ignoreOutcome(thread.loop.createTask(call.get())));
  }

  /** Who takes values from a TCK that breaks rules is told. */
  private static void ignoreOutcome(Task<Void> task) {
    task.addDoneCallback(
        done -> {
          if (!done.cancelled()) {
            Throwable unused = done.exception();
          }
        });
  }

  /** An iteration as a subscriber, seen from outside. */
  public static final class SubscriberVerification
      extends FlowSubscriberBlackboxVerification<Integer> {
    private final LoopThread thread = new LoopThread();

    public SubscriberVerification() {
      super(environment());
    }

    @Override
    public Flow.Subscriber<Integer> createFlowSubscriber() {
      PublisherIterator<Integer> iterator = iterator();
      iterator.bind(thread.loop);
      start(thread, () -> drain(iterator));
      return iterator;
    }

    @Override
    public Integer createElement(int element) {
      return element;
    }

    @AfterClass
    public void stopLoop() {
      thread.stop();
    }
  }

  /** An iteration as a subscriber, of which the TCK sees each signal. */
  public static final class WhiteboxVerification
      extends FlowSubscriberWhiteboxVerification<Integer> {
    private final LoopThread thread = new LoopThread();

    public WhiteboxVerification() {
      super(environment());
    }

    @Override
    protected Flow.Subscriber<Integer> createFlowSubscriber(
        WhiteboxSubscriberProbe<Integer> probe) {
      PublisherIterator<Integer> iterator = iterator();
      iterator.bind(thread.loop);
      return new Flow.Subscriber<>() {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
          iterator.onSubscribe(subscription);
          probe.registerOnSubscribe(
              new SubscriberPuppet() {
                @Override
                public void triggerRequest(long elements) {
                  start(thread, () -> take(iterator, elements));
                }

                @Override
                public void signalCancel() {
                  start(thread, iterator::aclose);
                }
              });
        }

        @Override
        public void onNext(Integer value) {
          iterator.onNext(value);
          probe.registerOnNext(value);
        }

        @Override
        public void onError(Throwable failure) {
          iterator.onError(failure);
          probe.registerOnError(failure);
        }

        @Override
        public void onComplete() {
          iterator.onComplete();
          probe.registerOnComplete();
        }
      };
    }

    @Override
    public Integer createElement(int element) {
      return element;
    }

    @AfterClass
    public void stopLoop() {
      thread.stop();
    }
  }
}
