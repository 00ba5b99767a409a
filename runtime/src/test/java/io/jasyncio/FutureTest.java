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
  void toString_tellsTheState() {
    Future<String> pending = loop.createFuture();
    Future<String> cancelled = loop.createFuture();
    cancelled.cancel();
    Future<String> finished = loop.createFuture();
    finished.setResult("x");
    Future<String> failed = loop.createFuture();
    failed.setException(new IOException("disk"));

    assertEquals("Future (pending)", pending.toString());
    assertEquals("Future (cancelled)", cancelled.toString());
    assertEquals("Future (finished)", finished.toString());
    assertEquals("Future (failed: java.io.IOException: disk)", failed.toString());
  }

  @Test
  void stopIteration_isRefusedAsAnException() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> loop.createFuture().setException(new StopIteration("x")));
    assertTrue(refused.getMessage().startsWith("StopIteration cannot be raised into a Future"));
  }

  @Test
  void removedCallbacks_leaveTheOthersInOrder() {
    Future<String> future = loop.createFuture();
    List<String> called = new ArrayList<>();
    Consumer<Future<String>> first = done -> called.add("first");
    Consumer<Future<String>> second = done -> called.add("second");
    Consumer<Future<String>> third = done -> called.add("third");
    future.addDoneCallback(first);
    future.addDoneCallback(second);
    for (int i = 0; i < 5; i++) {
      future.addDoneCallback(first);
    }
    future.addDoneCallback(third);

    assertEquals(6, future.removeDoneCallback(first));
    assertEquals(0, future.removeDoneCallback(first));
    future.setResult("x");
    runOneTurn();

    assertEquals(List.of("second", "third"), called);
    assertThrows(NullPointerException.class, () -> future.removeDoneCallback(null));
    assertThrows(NullPointerException.class, () -> future.addDoneCallback(null));
  }

  @Test
  void equalsThatChangesTheCallbacks_doesNoHarm() {
    Future<String> future = loop.createFuture();
    List<String> called = new ArrayList<>();
    Consumer<Future<String>> other = done -> called.add("other");
    for (int i = 0; i < 3; i++) {
      future.addDoneCallback(other);
    }
    Meddling meddling = new Meddling(() -> future.removeDoneCallback(other));
    assertEquals(0, future.removeDoneCallback(meddling));
    future.addDoneCallback(other);
    future.addDoneCallback(other);
    Meddling adding = new Meddling(() -> future.addDoneCallback(other));
    assertEquals(0, future.removeDoneCallback(adding));
    future.setResult("x");
    runOneTurn();

    assertEquals(List.of("other", "other", "other", "other"), called);
  }

  @Test
  void callbackRemovedByACallback_isCalledAllTheSame() {
    Future<String> future = loop.createFuture();
    List<String> called = new ArrayList<>();
    Consumer<Future<String>> second = done -> called.add("second");
    future.addDoneCallback(done -> called.add("removed " + done.removeDoneCallback(second)));
    future.addDoneCallback(second);
    future.setResult("x");
    runOneTurn();

    assertEquals(List.of("removed 0", "second"), called);
  }

  /** Meddles with the future when it is compared. */
  private static final class Meddling implements Consumer<Future<String>> {
    private final Runnable meddle;

    Meddling(Runnable meddle) {
      this.meddle = meddle;
    }

    @Override
    public void accept(Future<String> done) {}

    @Override
    public boolean equals(Object other) {
      meddle.run();
      return false;
    }

    @Override
    public int hashCode() {
      return 0;
    }
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
