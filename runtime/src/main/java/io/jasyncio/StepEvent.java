package io.jasyncio;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** Flight Recorder: a task from a resumption to its next suspension or its end, or a callback. */
@Name("io.jasyncio.Step")
@Label("Step")
@Category("jasyncio")
@Description("A task from a resumption to its next suspension or its end, or a callback")
@StackTrace(false)
@Threshold("20 ms")
final class StepEvent extends Event {

  @Label("Name")
  @Description("The task's name, or the callback")
  String name;

  @Label("Suspended at")
  @Description("The await where the task waits now; empty if it has ended")
  String suspendedAt;
}
