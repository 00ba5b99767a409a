package io.jasyncio;

import java.util.List;
import jdk.jfr.FlightRecorder;

/**
 * Tells the Flight Recorder what a loop does. Costs a look at a flag while nothing is recorded.
 *
 * <p>A JDK may come without the module {@code jdk.jfr}: events pass through here as objects, so
 * that no other class is linked against it.
 */
final class Recording {

  private static final boolean POSSIBLE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private Recording() {}

  /** Begins a step, if it is to be recorded; otherwise the answer is null. */
  static Object beginStep(Ready item) {
    return POSSIBLE && FlightRecorder.isInitialized() ? Events.beginStep(item) : null;
  }

  /** Ends what {@link #beginStep} began. */
  static void endStep(Object step, Ready item) {
    Events.endStep(step, item);
  }

  /** Begins a turn, if it is to be recorded; otherwise the answer is null. */
  static Object beginTurn() {
    return POSSIBLE && FlightRecorder.isInitialized() ? Events.beginTurn() : null;
  }

  /** Ends what {@link #beginTurn} began. */
  static void endTurn(Object turn, int steps) {
    Events.endTurn(turn, steps);
  }

  /** The only code that needs the module. */
  private static final class Events {

    static Object beginStep(Ready item) {
      StepEvent event = new StepEvent();
      if (!event.isEnabled() || (item instanceof LoopTask<?> task && task.isRinging())) {
        return null;
      }
      event.begin();
      return event;
    }

    static void endStep(Object step, Ready item) {
      StepEvent event = (StepEvent) step;
      event.end();
      if (event.shouldCommit()) {
        event.name = item instanceof Task<?> task ? task.getName() : item.toString();
        event.suspendedAt = item instanceof Task<?> task ? suspendedAt(task) : "";
        event.commit();
      }
    }

    private static String suspendedAt(Task<?> task) {
      List<StackTraceElement> stack = task.done() ? List.of() : task.getStack();
      return stack.isEmpty() ? "" : stack.get(0).toString();
    }

    static Object beginTurn() {
      TurnEvent event = new TurnEvent();
      if (!event.isEnabled()) {
        return null;
      }
      event.begin();
      return event;
    }

    static void endTurn(Object turn, int steps) {
      TurnEvent event = (TurnEvent) turn;
      event.end();
      event.steps = steps;
      event.commit();
    }
  }
}
