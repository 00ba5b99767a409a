package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The stack traces of exceptions that cross awaits. */
class AwaitTraceTest {

  /** Stands for an exception that a program keeps and throws again and again. */
  private final IllegalStateException constant = new IllegalStateException("constant");

  private static final class Traceless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Traceless() {
      super("traceless", null, false, false);
    }
  }

  /** The methods of this class in the trace, as far as they follow each other. */
  private static String path(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .takeWhile(frame -> frame.getClassName().equals(AwaitTraceTest.class.getName()))
        .map(StackTraceElement::getMethodName)
        .collect(Collectors.joining(" < "));
  }

  @Async
  private static Coroutine<Void> fail(Exception failure) throws Exception {
    await(sleep(Duration.ofSeconds(1)));
    throw failure;
  }

  @Async
  private static Coroutine<Void> failAfresh() throws IOException {
    await(sleep(Duration.ofSeconds(1)));
    throw new IOException("reset");
  }

  @Async
  private static Coroutine<Void> middle() throws IOException {
    await(failAfresh());
    return result();
  }

  @Async
  private static Coroutine<Void> outer() throws IOException {
    await(middle());
    return result();
  }

  @Test
  void failureAfterASuspension_readsLikePlainCalls() {
    IOException failure = assertThrows(IOException.class, () -> VirtualLoop.run(outer()));

    assertEquals("failAfresh < middle < outer", path(failure));
    StackTraceElement[] trace = failure.getStackTrace();
    assertEquals("AwaitTraceTest.java", trace[1].getFileName());
    assertTrue(
        trace[1]
            .toString()
            .matches("io\\.jasyncio\\.AwaitTraceTest\\.middle\\(AwaitTraceTest\\.java:\\d+\\)"),
        trace[1].toString());
    assertEquals(trace[0].getLineNumber() + 5, trace[1].getLineNumber());
    assertEquals(LoopTask.class.getName(), trace[3].getClassName());
    assertFalse(Arrays.toString(trace).contains("codegen"), Arrays.toString(trace));
  }

  @Test
  void failureCaughtOnTheWay_hasTheAwaitsUpToThere() {
    List<String> events = new ArrayList<>();
    VirtualLoop.run(catching(events));

    assertEquals(List.of("failAfresh < middle < catching"), events);
  }

  @Async
  private static Coroutine<Void> catching(List<String> events) {
    try {
      await(middle());
    } catch (IOException failure) {
      events.add(path(failure));
    }
    await(sleep(Duration.ofSeconds(1)));
    return result();
  }

  @Test
  void failureOfATask_goesOnIntoItsAwaiters() {
    IOException failure = assertThrows(IOException.class, () -> VirtualLoop.run(awaitTask()));

    assertEquals("failAfresh < middle < outer < awaitIt < awaitTask", path(failure));
  }

  @Async
  private static Coroutine<Void> awaitTask() throws IOException {
    Task<Void> task = createTask(outer());
    await(awaitIt(task));
    return result();
  }

  @Async
  private static Coroutine<Void> awaitIt(Future<Void> future) {
    await(future);
    return result();
  }

  @Test
  void failureOfAFuture_showsWhereItIsAwaited() {
    EventLoop loop = VirtualLoop.create();
    Future<Void> future = loop.createFuture();
    IOException failure = new IOException("from elsewhere");
    loop.callLater(Duration.ofSeconds(1), () -> future.setException(failure));
    assertThrows(IOException.class, () -> loop.runUntilComplete(awaitIt(future)));
    loop.close();

    String trace = Arrays.toString(failure.getStackTrace());
    assertTrue(trace.contains("AwaitTraceTest.awaitIt(AwaitTraceTest.java:"), trace);
  }

  @Test
  void cancellation_showsWhereItStrikes() {
    AsyncTimeoutException failure =
        assertThrows(AsyncTimeoutException.class, () -> VirtualLoop.run(timeOut()));

    assertEquals("sleepLong < sleepLonger", path(failure.getCause()));
  }

  @Async
  private static Coroutine<Void> timeOut() {
    await(waitFor(sleepLonger(), Duration.ofSeconds(1)));
    return result();
  }

  @Async
  private static Coroutine<Void> sleepLonger() {
    await(sleepLong());
    return result();
  }

  @Async
  private static Coroutine<Void> sleepLong() {
    await(sleep(Duration.ofHours(1)));
    return result();
  }

  @Test
  void failureThrownAgainAfterAnAwaitInFinally_keepsItsPath() {
    IOException failure = assertThrows(IOException.class, () -> VirtualLoop.run(aroundFinally()));

    assertEquals("failAfresh < middle < cleaningUp < aroundFinally", path(failure));
  }

  @Async
  private static Coroutine<Void> aroundFinally() throws IOException {
    await(cleaningUp());
    return result();
  }

  @Async
  private static Coroutine<Void> cleaningUp() throws IOException {
    try {
      await(middle());
    } finally {
      await(sleep(Duration.ofSeconds(1)));
    }
    return result();
  }

  @Test
  void failureWithoutAStackTrace_staysWithout() {
    Traceless failure =
        assertThrows(Traceless.class, () -> VirtualLoop.run(passOn(new Traceless())));

    assertEquals(0, failure.getStackTrace().length);
  }

  @Async
  private static Coroutine<Void> passOn(Exception failure) throws Exception {
    await(fail(failure));
    return result();
  }

  @Test
  void constantException_doesNotGrow() {
    VirtualLoop.run(throwOften());
    int length = constant.getStackTrace().length;
    for (int i = 0; i < 50; i++) {
      VirtualLoop.run(throwOften());
    }

    int longer = constant.getStackTrace().length;
    assertTrue(longer <= length + 30, length + " became " + longer);
  }

  @Async
  private Coroutine<Void> throwOften() {
    for (int i = 0; i < 20; i++) {
      try {
        await(passOn(constant));
      } catch (Exception expected) {
        assertEquals(constant, expected);
      }
    }
    return result();
  }

  @Test
  void deepChain_hasATraceOfBoundedLength() {
    IOException failure = assertThrows(IOException.class, () -> VirtualLoop.run(descend(3000)));

    assertEquals(1024, failure.getStackTrace().length);
    assertEquals("failAfresh", failure.getStackTrace()[0].getMethodName());
    assertEquals("descend", failure.getStackTrace()[1].getMethodName());
  }

  @Async
  private static Coroutine<Void> descend(int depth) throws IOException {
    if (depth == 0) {
      await(failAfresh());
    } else {
      await(descend(depth - 1));
    }
    return result();
  }

  @Test
  void exceptionThatRefusesItsTrace_stillGetsThrough() {
    RuntimeException odd =
        new RuntimeException("odd") {
          private static final long serialVersionUID = 1L;

          @Override
          public StackTraceElement[] getStackTrace() {
            throw new UnsupportedOperationException();
          }
        };

    assertEquals(odd, assertThrows(RuntimeException.class, () -> VirtualLoop.run(passOn(odd))));
  }
}
