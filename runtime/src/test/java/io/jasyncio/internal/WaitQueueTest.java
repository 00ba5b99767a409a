package io.jasyncio.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.codegen.Execution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitQueueTest {

  private final WaitQueue queue = new WaitQueue();
  private final List<String> woken = new ArrayList<>();

  private final class Named extends WaitQueue.Waiter {
    private final String name;
    private boolean cancelled;
    private boolean refusing;

    Named(String name) {
      this.name = name;
    }

    @Override
    protected Object await(Execution execution) {
      throw new AssertionError("nobody awaits a name");
    }

    @Override
    protected boolean isCancelled() {
      return cancelled;
    }

    @Override
    protected void wake() {
      if (refusing) {
        throw new IllegalStateException(name);
      }
      woken.add(name);
    }
  }

  private Named enter(String name) {
    Named waiter = new Named(name);
    queue.enter(waiter);
    return waiter;
  }

  @Test
  void wakeNext_wakesInTheOrderOfEntering() {
    enter("a");
    enter("b");
    assertTrue(queue.wakeNext());
    assertTrue(queue.wakeNext());
    assertFalse(queue.wakeNext());
    assertEquals(List.of("a", "b"), woken);
  }

  @Test
  void wokenWaiter_isInTheQueueUntilItLeaves() {
    Named a = enter("a");
    queue.wakeNext();
    assertFalse(queue.isEmpty());
    assertEquals(1, queue.size());
    assertEquals(1, queue.woken());
    assertTrue(queue.leave(a));
    assertTrue(queue.isEmpty());
    assertEquals(0, queue.size());
    assertEquals(0, queue.woken());
  }

  @Test
  void waiterThatLeavesBeforeItIsWoken_hasNothingToHandOn() {
    Named a = enter("a");
    Named b = enter("b");
    Named c = enter("c");
    assertFalse(queue.leave(b));
    assertFalse(queue.leave(a));
    queue.wakeAll();
    assertEquals(List.of("c"), woken);
    assertTrue(queue.leave(c));
    assertFalse(queue.leave(c));
    assertTrue(queue.isEmpty());
  }

  @Test
  void cancelledWaiters_arePassedOverAndOut() {
    Named a = enter("a");
    enter("b");
    a.cancelled = true;
    queue.wakeNext();
    assertEquals(List.of("b"), woken);
    assertEquals(1, queue.size());
    assertFalse(queue.leave(a));
  }

  @Test
  void waitAgain_keepsThePlace() {
    Named a = enter("a");
    enter("b");
    queue.wakeAll();
    enter("c");
    queue.waitAgain(a);
    assertEquals(1, queue.woken());
    queue.wakeNext();
    queue.wakeNext();
    assertEquals(List.of("a", "b", "a", "c"), woken);
  }

  @Test
  void waitAgainOfOneThatIsNotWoken_changesNothing() {
    Named a = enter("a");
    queue.waitAgain(a);
    assertEquals(0, queue.woken());
    queue.wakeAll();
    assertEquals(List.of("a"), woken);
  }

  @Test
  void dropCancelled_leavesTheOthers() {
    Named a = enter("a");
    enter("b");
    Named c = enter("c");
    a.cancelled = true;
    c.cancelled = true;
    queue.dropCancelled();
    assertEquals(1, queue.size());
    enter("d");
    queue.wakeAll();
    assertEquals(List.of("b", "d"), woken);
  }

  @Test
  void wakingThatIsRefused_leavesTheWaiterWaiting() {
    Named a = enter("a");
    a.refusing = true;
    assertThrows(IllegalStateException.class, queue::wakeNext);
    assertEquals(0, queue.woken());
    a.refusing = false;
    queue.wakeAll();
    assertEquals(List.of("a"), woken);
  }
}
