package io.jasyncio;

import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.emitAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generators in plain Java code. */
class GeneratorTest {

  private final List<String> events = new ArrayList<>();

  @Async
  private Generator<Integer> count(int limit) {
    try {
      for (int i = 0; i < limit; i++) {
        String sent = emit(i);
        if (sent != null) {
          events.add("sent " + sent);
        }
      }
      events.add("end");
    } catch (IllegalStateException caught) {
      events.add("caught " + caught.getMessage());
      emit(-1);
    } finally {
      events.add("finally");
    }
    return done("result");
  }

  @Test
  void call_runsNothing_andEachValueRunsToTheNextEmit() {
    Generator<Integer> values = count(2);
    assertEquals(List.of(), events);

    assertEquals(0, values.next());
    assertEquals(List.of(), events);
    assertEquals(1, values.next());
    assertFalse(values.hasNext());

    assertEquals(List.of("end", "finally"), events);
    assertThrows(NoSuchElementException.class, values::next);
  }

  @Test
  void hasNext_asksOnce() {
    Generator<Integer> values = count(2);

    assertTrue(values.hasNext());
    assertTrue(values.hasNext());
    assertEquals(0, values.next());
    assertEquals(1, values.next());
  }

  @Test
  void close_runsFinally_once() {
    Generator<Integer> values = count(9);
    int unused = values.next();

    values.close();
    values.close();

    assertEquals(List.of("finally"), events);
    assertFalse(values.hasNext());
  }

  @Test
  void close_ofOneThatWasNotStarted_runsNothing() {
    Generator<Integer> values = count(9);

    values.close();

    assertEquals(List.of(), events);
    assertFalse(values.hasNext());
  }

  @Test
  void tryWithResources_closesWhatIsLeft() {
    try (Generator<Integer> values = count(9)) {
      for (int value : values) {
        if (value == 1) {
          break;
        }
      }
      events.add("behind the loop");
    }

    assertEquals(List.of("behind the loop", "finally"), events);
  }

  @Test
  void close_ofOneThatEmitsAgain_isAnError() {
    Generator<Integer> stubborn = stubborn();
    int unused = stubborn.next();

    IllegalStateException refused = assertThrows(IllegalStateException.class, stubborn::close);

    assertTrue(
        refused.getMessage().startsWith("generator ignored GeneratorExit"), refused::toString);
  }

  @Async
  private static Generator<Integer> stubborn() {
    while (true) {
      try {
        emit(1);
      } catch (GeneratorExit exit) {
        emit(2);
      }
    }
  }

  @Test
  void close_throwsWhatFinallyThrows() {
    Generator<Integer> values = failsInFinally();
    int unused = values.next();

    assertEquals(
        "finally", assertThrows(IllegalArgumentException.class, values::close).getMessage());
  }

  @Async
  @SuppressWarnings({"Finally", "finally"}) // that it throws is the case
  private static Generator<Integer> failsInFinally() {
    try {
      emit(1);
    } finally {
      throw new IllegalArgumentException("finally");
    }
  }

  @Test
  void send_isWhatEmitEvaluatesTo() {
    Generator<Integer> values = count(3);

    assertThrows(IllegalArgumentException.class, () -> values.send("too early"));
    assertEquals(0, values.send(null));
    assertEquals(1, values.send("a"));
    assertEquals(2, values.send("b"));
    StopIteration end = assertThrows(StopIteration.class, () -> values.send("c"));

    assertEquals("result", end.value());
    assertEquals(List.of("sent a", "sent b", "sent c", "end", "finally"), events);
  }

  @Test
  void throwInto_isThrownAtTheEmit() {
    Generator<Integer> values = count(3);
    assertEquals(0, values.next());

    assertEquals(-1, values.throwInto(new IllegalStateException("in")));

    assertEquals(List.of("caught in"), events);
    StopIteration end = assertThrows(StopIteration.class, () -> values.send(null));
    assertEquals("result", end.value());
  }

  @Test
  void throwInto_whatNobodyCatches_comesBack_andEnds() {
    Generator<Integer> values = count(3);
    assertEquals(0, values.next());
    IOException failure = new IOException("out");

    assertSame(failure, assertThrows(IOException.class, () -> values.throwInto(failure)));

    assertEquals(List.of("finally"), events);
    assertFalse(values.hasNext());
  }

  @Test
  void failureOfTheBody_endsIt() {
    Generator<Integer> values = failing();
    assertEquals(1, values.next());

    assertThrows(ArithmeticException.class, values::next);

    assertFalse(values.hasNext());
  }

  @Async
  private static Generator<Integer> failing() {
    emit(1);
    throw new ArithmeticException();
  }

  @Test
  void reentrantUse_isRefused() {
    List<Generator<Integer>> self = new ArrayList<>();
    self.add(asks(self));

    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> self.get(0).next());

    assertTrue(refused.getMessage().startsWith("generator already executing"), refused::toString);
  }

  @Async
  private static Generator<Integer> asks(List<Generator<Integer>> self) {
    emit(self.get(0).next());
    return done();
  }

  @Test
  void stream_isLazy_andClosesTheGenerator() {
    try (Stream<Integer> stream = count(1_000_000_000).stream()) {
      assertEquals(List.of(0, 20, 40), stream.filter(x -> x % 20 == 0).limit(3).toList());
    }
    assertEquals(List.of("finally"), events);
  }

  // Recursive generators

  private record Tree(Tree left, int value, Tree right) {}

  private static Tree leftDeep(int depth) {
    Tree tree = null;
    for (int i = 0; i < depth; i++) {
      tree = new Tree(tree, i, null);
    }
    return tree;
  }

  @Async
  private Generator<Integer> walk(Tree tree) {
    try {
      if (tree.left() != null) {
        emitAll(walk(tree.left()));
      }
      emit(tree.value());
      if (tree.right() != null) {
        emitAll(walk(tree.right()));
      }
    } finally {
      events.add("left " + tree.value());
    }
    return done();
  }

  @Test
  void treeOfDepthTenThousand_isWalkedInOrder() {
    int expected = 0;
    for (int value : walk(leftDeep(10_000))) {
      assertEquals(expected++, value);
    }
    assertEquals(10_000, expected);
    assertEquals(10_000, events.size());
  }

  @Test
  void rightDeepTree_isWalked_andClosedFromTheInnermost() {
    Tree tree = null;
    for (int i = 10_000; i > 0; i--) {
      tree = new Tree(null, i, tree);
    }
    Generator<Integer> walk = walk(tree);
    for (int i = 1; i <= 10_000; i++) {
      assertEquals(i, walk.next());
    }

    walk.close();

    assertEquals(10_000, events.size());
    assertEquals("left 10000", events.get(0));
    assertEquals("left 1", events.get(9_999));
  }

  @Test
  void failureInTheDepths_runsEveryFinally() {
    Generator<Integer> walk = walk(leftDeep(1_000));
    assertEquals(0, walk.next());

    assertThrows(IOException.class, () -> walk.throwInto(new IOException()));

    assertEquals(1_000, events.size());
  }

  @Test
  void sentValues_andResults_goThroughEmitAll() {
    Generator<Integer> outer = outer();
    assertEquals(0, outer.next());
    assertEquals(1, outer.send("x"));
    assertEquals(7, outer.send("y"));

    assertEquals(List.of("sent x", "sent y", "end", "finally", "got result"), events);
  }

  @Async
  private Generator<Integer> outer() {
    events.add("got " + Asyncio.<Object>emitAll(count(2)));
    emit(7);
    return done();
  }

  // What is dropped

  @Test
  void droppedGenerator_isCollected() {
    Generator<Integer> values = count(9);
    int unused = values.next();
    WeakReference<Generator<Integer>> dropped = new WeakReference<>(values);
    values = null;

    EagerMethodTest.assertCollected(dropped);
    assertEquals(List.of(), events); // nothing runs behind the program's back
  }

  @Test
  void value_isNotKeptOnceItIsTaken() {
    Generator<Object> values = objects();
    WeakReference<Object> first = new WeakReference<>(values.next());

    EagerMethodTest.assertCollected(first);
    assertTrue(values.hasNext());
  }

  @Async
  private static Generator<Object> objects() {
    emit(new Object());
    emit(new Object());
    return done();
  }
}
