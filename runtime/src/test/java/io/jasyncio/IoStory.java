package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import io.jasyncio.spi.StreamSocket;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A test over real sockets, in real time: each step is awaited, nothing sleeps. */
abstract class IoStory {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final List<String> events = new ArrayList<>();

  /** What the loop's exception handler was told. */
  final List<ErrorContext> reports = new ArrayList<>();

  /** Runs a test, and fails it if it hangs or leaves something behind. */
  final <T> T run(AsyncCallable<T> test) {
    return Asyncio.run(() -> inTime(test));
  }

  @Async
  private <T> Coroutine<T> inTime(AsyncCallable<T> test) throws Exception {
    Asyncio.getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
    return result(await(waitFor(test.call(), LIMIT)));
  }

  /** Has the connection reset when it is closed, whatever the loop's sockets are made of. */
  static void resetWhenClosed(StreamWriter writer) throws IOException {
    StreamSocket socket = ((SocketTransport) writer.transport()).socket();
    assertTrue(socket.setOption(StandardSocketOptions.SO_LINGER, 0));
  }

  final void note(String event) {
    events.add(event);
  }

  final boolean eventsEndWith(String event) {
    return !events.isEmpty() && events.get(events.size() - 1).equals(event);
  }

  /** Checks all that was noted since this was last called. */
  final void expect(String... expected) {
    assertEquals(List.of(expected), events);
    events.clear();
  }

  /** Checks what the exception handler was told since this was last called. */
  final void expectReports(String... expected) {
    try {
      assertEquals(List.of(expected), reports.stream().map(ErrorContext::message).toList());
    } catch (AssertionError different) {
      reports.stream()
          .map(ErrorContext::exception)
          .filter(Objects::nonNull)
          .forEach(different::addSuppressed);
      throw different;
    }
    reports.clear();
  }
}
