package io.jasyncio.testing;

import static com.google.common.truth.Truth.assertThat;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.waitFor;

import io.jasyncio.AsyncTimeoutException;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both kinds of tests in one class. */
final class AsyncTestTest {

  private boolean prepared;

  @BeforeEach
  void prepare() {
    prepared = true;
  }

  @Test
  void plainTest_isRunByJupiter() {
    assertThat(prepared).isTrue();
  }

  @AsyncTest
  @Async
  Coroutine<Void> asyncTest_isRunOnVirtualTime() {
    assertThat(prepared).isTrue();
    boolean timedOut = false;
    try {
      await(waitFor(sleep(Duration.ofHours(2)), Duration.ofHours(1)));
    } catch (AsyncTimeoutException expected) {
      timedOut = true;
    }
    assertThat(timedOut).isTrue();
    return result();
  }
}
