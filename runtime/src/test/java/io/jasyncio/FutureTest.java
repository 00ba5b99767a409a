package io.jasyncio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FutureTest {

  private final EventLoop loop = VirtualLoop.create();
  private final Future<String> future = loop.createFuture();
  private final List<String> events = new ArrayList<>();

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void pending_hasNoOutcome() {
    assertFalse(future.done());
    assertFalse(future.cancelled());
    assertThrows(InvalidStateException.class, future::result);
    assertThrows(InvalidStateException.class, future::exception);
    assertSame(loop, future.getLoop());
  }

  @Test
  void result_isSetOnce() {
    future.setResult("a");

    assertEquals("a", future.result());
    assertNull(future.exception());
    assertThrows(InvalidStateException.class, () -> future.setResult("b"));
    assertThrows(InvalidStateException.class, () -> future.setException(new IOException()));
    assertFalse(future.cancel());
  }

  @Test
  void exception_isThrownAsItIs() {
    IOException failure = new IOException("disk");
    future.setException(failure);

    assertSame(failure, future.exception());
    assertSame(failure, assertThrows(IOException.class, future::result));
  }

  @Test
  void nullException_isRefused() {
    assertThrows(NullPointerException.class, () -> future.setException(null));
    assertFalse(future.done());
  }

  @Test
  void cancel_keepsItsMessage() {
    assertTrue(future.cancel("enough"));
    assertFalse(future.cancel("again"));

    assertTrue(future.cancelled());
    assertTrue(future.done());
    assertEquals("enough", assertThrows(CancelledError.class, future::result).getMessage());
    assertEquals("enough", assertThrows(CancelledError.class, future::exception).getMessage());
  }

  @Test
  void callbacks_areCalledInOrderInTheNextTurn() {
    future.addDoneCallback(done -> events.add("first " + done.result()));
    future.addDoneCallback(done -> events.add("second"));
    future.addDoneCallback(done -> events.add("third"));
    future.setResult("x");
    events.add("set");
    future.addDoneCallback(done -> events.add("added when done"));
    runOneTurn();

    assertEquals(List.of("set", "first x", "second", "third", "added when done"), events);
  }

  @Test
  void removedCallbacks_areNotCalled() {
    Consumer<Future<String>> twice = done -> events.add("twice");
    Consumer<Future<String>> once = done -> events.add("once");
    future.addDoneCallback(twice);
    assertEquals(0, future.removeDoneCallback(once));
    future.addDoneCallback(once);
    future.addDoneCallback(twice);
    assertEquals(2, future.removeDoneCallback(twice));
    assertEquals(0, future.removeDoneCallback(twice));
    future.setResult("x");
    runOneTurn();

    assertEquals(List.of("once"), events);
  }

  @Test
  void onlyCallback_canBeRemoved() {
    Consumer<Future<String>> only = done -> events.add("only");
    future.addDoneCallback(only);
    assertEquals(1, future.removeDoneCallback(only));
    future.setResult("x");
    runOneTurn();

    assertEquals(List.of(), events);
  }

  @Test
  void exceptionInCallback_goesToTheHandler() {
    loop.setExceptionHandler((handled, context) -> events.add(context.exception().getMessage()));
    future.addDoneCallback(
        done -> {
          throw new IllegalStateException("boom");
        });
    future.addDoneCallback(done -> events.add("next callback"));
    future.setResult("x");
    runOneTurn();

    assertEquals(List.of("boom", "next callback"), events);
  }

  @Test
  void completableFuture_followsTheFuture() {
    CompletableFuture<String> view = future.toCompletableFuture();
    future.setResult("x");
    assertFalse(view.isDone());
    runOneTurn();

    assertEquals("x", view.join());
  }

  @Test
  void completableFuture_failsAsTheFuture() {
    IOException failure = new IOException("disk");
    CompletableFuture<String> view = future.toCompletableFuture();
    future.setException(failure);
    runOneTurn();

    assertSame(failure, assertThrows(CompletionException.class, view::join).getCause());
  }

  @Test
  void completableFuture_isCancelledBothWays() {
    CompletableFuture<String> first = future.toCompletableFuture();
    CompletableFuture<String> second = future.toCompletableFuture();
    first.cancel(true);
    runOneTurn();
    assertTrue(future.cancelled());
    runOneTurn();

    assertTrue(second.isCancelled());
    assertThrows(CancellationException.class, second::join);
  }

  @Test
  void blockingOnTheLoopsThread_isRefused() {
    CompletableFuture<String> view = future.toCompletableFuture();
    loop.callSoon(() -> assertThrows(WrongLoopException.class, view::join));
    loop.callSoon(() -> assertThrows(WrongLoopException.class, view::get));
    loop.callSoon(() -> events.add("refused"));
    loop.setExceptionHandler((handled, context) -> events.add("" + context.exception()));
    runOneTurn();

    assertEquals(List.of("refused"), events);
  }

  private void runOneTurn() {
    loop.stop();
    loop.runForever();
  }
}
