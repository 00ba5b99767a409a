package io.jasyncio;

import static io.jasyncio.Asyncio.copyContext;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Context variables without tasks. */
class ContextVarTest {

  private final ContextVar<Object> var = new ContextVar<>("var");
  private final ContextVar<Integer> withDefault = new ContextVar<>("withDefault", 42);

  @Test
  void newVariable_hasItsNameAndIsThere() {
    assertEquals("var", var.name());
    assertEquals("ContextVar 'var'", var.toString());
    assertThrows(NullPointerException.class, () -> new ContextVar<>(null));
  }

  @Test
  void unsetVariable_hasItsDefaultOrNone() {
    assertThrows(NoSuchElementException.class, var::get);
    assertEquals("other", var.get("other"));
    assertNull(var.get(null));
    assertEquals(42, withDefault.get());
    assertEquals(7, withDefault.get(7));
  }

  @Test
  void nullIsAValue() {
    new Context()
        .run(
            () -> {
              var.set(null);
              assertNull(var.get());
              assertNull(var.get("fallback"));
            });
  }

  @Test
  void setAndReset_goBackStepByStep() {
    new Context()
        .run(
            () -> {
              ContextVar.Token<Object> first = var.set(42);
              assertEquals(42, var.get());
              assertFalse(first.hasOldValue());
              assertThrows(NoSuchElementException.class, first::oldValue);
              assertSame(var, first.var());

              ContextVar.Token<Object> second = var.set("spam");
              assertEquals("spam", var.get());
              assertEquals(42, second.oldValue());

              var.reset(second);
              assertEquals(42, var.get());

              var.set("spam2");
              IllegalStateException used =
                  assertThrows(IllegalStateException.class, () -> var.reset(second));
              assertTrue(used.getMessage().contains("has already been used"), used.getMessage());
              assertEquals("spam2", var.get());
              Context before = copyContext();

              var.reset(first);
              assertThrows(IllegalStateException.class, () -> var.reset(first));
              assertNull(var.get(null));
              assertEquals(Map.of(var, "spam2"), before.toMap());
              assertEquals(Map.of(), copyContext().toMap());
            });
  }

  @Test
  void tokenOfAnotherVariable_isRefused() {
    new Context()
        .run(
            () -> {
              ContextVar<Object> other = new ContextVar<>("other");
              ContextVar.Token<Object> token = var.set(1);
              assertThrows(IllegalArgumentException.class, () -> other.reset(token));
            });
  }

  @Test
  void tokenOfAnotherContext_isRefused() {
    ContextVar.Token<Integer> token =
        new Context().run((Callable<ContextVar.Token<Integer>>) () -> withDefault.set(1));

    assertThrows(IllegalArgumentException.class, () -> withDefault.reset(token));
  }

  @Test
  void contextRun_returnsAndThrows() {
    Context context = new Context();

    assertEquals("x", context.run(() -> "x"));
    ArithmeticException failure = new ArithmeticException();
    assertSame(
        failure,
        assertThrows(
            ArithmeticException.class,
            () ->
                context.run(
                    (Runnable)
                        () -> {
                          throw failure;
                        })));
    assertEquals("again", context.run(() -> "again"));
  }

  @Test
  void contextRun_keepsWhatIsSetEvenAfterAFailure() {
    Context context = new Context();
    assertThrows(
        IllegalStateException.class,
        () ->
            context.run(
                (Runnable)
                    () -> {
                      var.set("spam");
                      throw new IllegalStateException();
                    }));

    assertNull(var.get(null));
    assertEquals("spam", context.get(var));
  }

  @Test
  void nestedContexts_doNotSeeEachOther() {
    Context inner = new Context();
    Context outer = new Context();
    Context seen =
        outer.run(
            () -> {
              assertNull(var.get(null));
              var.set("spam");
              inner.run(() -> assertNull(var.get(null)));
              assertEquals("spam", var.get());
              return copyContext();
            });

    assertEquals(outer.toMap(), seen.toMap());
    assertTrue(seen.contains(var));
    assertFalse(inner.contains(var));
  }

  @Test
  void contextSeesChangesWhileItIsRun() {
    Context context = new Context();
    context.run(
        () -> {
          assertEquals(42, withDefault.get());
          assertFalse(context.contains(withDefault));
          assertThrows(NoSuchElementException.class, () -> context.get(withDefault));
          assertEquals(5, context.get(withDefault, 5));
          ContextVar.Token<Integer> token = withDefault.set(1);
          assertEquals(1, context.get(withDefault));
          assertEquals("Context (withDefault=1)", context.toString());
          withDefault.reset(token);
          assertFalse(context.contains(withDefault));
        });
  }

  @Test
  void enteredContext_cannotBeEnteredAgain() {
    Context context = new Context();
    context.run(
        () -> {
          IllegalStateException again =
              assertThrows(IllegalStateException.class, () -> context.run(() -> {}));
          assertTrue(again.getMessage().contains("is already entered"), again.getMessage());
          new Context()
              .run(() -> assertThrows(IllegalStateException.class, () -> context.run(() -> {})));
        });
  }

  @Test
  void copies_areIndependent() {
    Context first = new Context();
    first.run(
        () -> {
          withDefault.set(10);
          Context second = first.copy();
          withDefault.set(20);
          assertEquals(20, first.get(withDefault));
          second.run(
              () -> {
                assertEquals(10, withDefault.get());
                withDefault.set(30);
              });
          assertEquals(20, first.get(withDefault));
          assertEquals(30, second.get(withDefault));
        });
  }

  @Test
  void manyVariables_keepTheirValues() {
    List<ContextVar<Integer>> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(new ContextVar<>("v" + i));
    }
    new Context()
        .run(
            () -> {
              List<ContextVar.Token<Integer>> tokens = new ArrayList<>();
              // Not in the order in which they were made.
              for (int i = 0; i < 100; i++) {
                tokens.add(many.get(i * 37 % 100).set(i));
              }
              for (int i = 0; i < 100; i++) {
                assertEquals(i, many.get(i * 37 % 100).get());
              }
              for (int i = 0; i < 100; i += 2) {
                many.get(i * 37 % 100).reset(tokens.get(i));
              }
              for (int i = 0; i < 100; i++) {
                assertEquals(i % 2 == 0 ? -1 : i, many.get(i * 37 % 100).get(-1));
              }
              assertEquals(50, copyContext().toMap().size());
            });
  }

  @Test
  void threads_haveContextsOfTheirOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Integer>> results = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      int start = number * 100;
      results.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 50; i++) {
                  withDefault.set(start + i);
                  assertEquals(start + i, withDefault.get());
                }
                return start;
              }));
    }
    for (int number = 0; number < 10; number++) {
      assertEquals(number * 100, results.get(number).get());
    }
    threads.shutdown();
    assertEquals(42, withDefault.get());
  }
}
