package io.jasyncio;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
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
  static Object beginStep(Object item) {
    return POSSIBLE && FlightRecorder.isInitialized() ? Events.beginStep(item) : null;
  }

  /** Ends what {@link #beginStep} began. */
  static void endStep(Object step, Object item) {
    Events.endStep((Events.Step) step, item);
  }

  /** Begins a turn, if it is to be recorded; otherwise the answer is null. */
  static Object beginTurn() {
    return POSSIBLE && FlightRecorder.isInitialized() ? Events.beginTurn() : null;
  }

  /** Ends what {@link #beginTurn} began. */
  static void endTurn(Object turn, int steps) {
    Events.endTurn((LoopLagEvent) turn, steps);
  }

  /** The only code that needs the module. */
  private static final class Events {

    /** What may become of the step of a task or of a callback. */
    private record Step(ResumptionEvent resumption, SlowCallbackEvent slow) {}

    /** The tasks that wait since they are recorded. */
    private static final Map<Task<?>, SuspensionEvent> SUSPENDED =
        Collections.synchronizedMap(new WeakHashMap<>());

    static Object beginStep(Object item) {
      boolean suspensions = new SuspensionEvent().isEnabled();
      if (item instanceof LoopTask<?> task) {
        if (task.isRinging()) {
          return null;
        }
        if (suspensions) {
          endSuspension(task);
        }
      }
      ResumptionEvent resumption = new ResumptionEvent();
      SlowCallbackEvent slow = new SlowCallbackEvent();
      if (!suspensions && !resumption.isEnabled() && !slow.isEnabled()) {
        return null;
      }
      resumption.begin();
      slow.begin();
      return new Step(resumption, slow);
    }

    static void endStep(Step step, Object item) {
      step.resumption.end();
      step.slow.end();
      if (item instanceof LoopTask<?> task) {
        if (step.resumption.shouldCommit()) {
          step.resumption.name = task.getName();
          step.resumption.suspendedAt = suspendedAt(task);
          step.resumption.commit();
        }
        beginSuspension(task);
      }
      if (step.slow.shouldCommit()) {
        step.slow.name = item instanceof Task<?> task ? task.getName() : item.toString();
        step.slow.commit();
      }
    }

    private static void beginSuspension(LoopTask<?> task) {
      SuspensionEvent event = new SuspensionEvent();
      if (event.isEnabled() && !task.done()) {
        event.begin();
        SUSPENDED.put(task, event);
      }
    }

    private static void endSuspension(LoopTask<?> task) {
      SuspensionEvent event = SUSPENDED.remove(task);
      if (event == null) {
        return;
      }
      event.end();
      if (event.shouldCommit()) {
        event.name = task.getName();
        event.suspendedAt = suspendedAt(task);
        event.commit();
      }
    }

    private static String suspendedAt(Task<?> task) {
      List<StackTraceElement> stack = task.done() ? List.of() : task.getStack();
      return stack.isEmpty() ? "" : stack.get(0).toString();
    }

    static Object beginTurn() {
      LoopLagEvent event = new LoopLagEvent();
      if (!event.isEnabled()) {
        return null;
      }
      event.begin();
      return event;
    }

    static void endTurn(LoopLagEvent event, int steps) {
      event.end();
      event.steps = steps;
      event.commit();
    }
  }
}
