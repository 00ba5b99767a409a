package io.jasyncio.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.Story;
import io.jasyncio.Task;
import org.junit.jupiter.api.Test;

class AsyncEventTest extends Story {

  private final AsyncEvent event = new AsyncEvent();

  @Test
  void set_wakesAllInTheirOrder() {
    start("first", event.waitAsync());
    begin("second", event.waitAsync());
    start("third", event.waitAsync());
    expect();
    event.set();
    turn();
    // The third was not waiting yet, so it does not wait at all.
    expect("third", "first", "second");
  }

  @Test
  void waitForEventThatIsSet_doesNotSuspend() {
    event.set();
    begin("waiter", event.waitAsync());
    expect("waiter");
  }

  @Test
  void cancelledWait_leavesNothing() {
    Task<Void> waiter = begin("waiter", event.waitAsync());
    loop.callSoon(waiter::cancel);
    turns(2);
    expect("waiter cancelled");
    assertEquals(new AsyncEvent.Statistics(false, 0), event.statistics());
  }

  @Test
  void cancelWhileBeingWoken_concernsThatOneOnly() {
    Task<Void> first = start("first", event.waitAsync());
    begin("second", event.waitAsync());
    event.set();
    first.cancel();
    turn();
    expect("first cancelled", "second");
  }

  @Test
  void clear_makesTheNextOneWait() {
    assertFalse(event.isSet());
    event.set();
    event.set();
    assertTrue(event.isSet());
    event.clear();
    assertFalse(event.isSet());
    begin("waiter", event.waitAsync());
    expect();
  }

  @Test
  void clearRightAfterSet_stillWakesThoseWhoWaited() {
    begin("waiter", event.waitAsync());
    event.set();
    event.clear();
    assertFalse(event.isSet());
    event.set();
    event.set();
    assertEquals(1, event.statistics().tasksWaiting());
    turn();
    expect("waiter");
    assertEquals(0, event.statistics().tasksWaiting());
  }

  @Test
  void toString_tellsTheState() {
    begin("waiter", event.waitAsync());
    assertEquals("AsyncEvent (unset, 1 waiting)", event.toString());
    event.set();
    turn();
    assertEquals("AsyncEvent (set, 0 waiting)", event.toString());
  }
}
