package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.AsyncIterable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.concurrent.Flow;

/**
 * Reactive Streams both ways: an async generator as a {@link Flow.Publisher}, and a publisher in a
 * {@code for}. Demand is kept: the generator runs only as far as values are asked for.
 */
public final class FlowPublisher {

  private FlowPublisher() {}

  @Async
  private static AsyncGenerator<Integer> measure() {
    for (int value = 1; ; value++) {
      await(sleep(Duration.ofMillis(5)));
      System.out.println("measured " + value);
      emit(value);
    }
  }

  @Async
  private static Coroutine<Void> main() {
    Flow.Publisher<Integer> publisher = measure().toPublisher(); // for any reactive library
    int sum = 0;
    for (int value : AsyncIterable.fromPublisher(publisher)) {
      sum += value;
      if (sum >= 6) {
        break; // cancels the subscription, and with it closes the generator
      }
    }
    System.out.println("sum " + sum);
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> main());
  }
}
