package io.jasyncio;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** Flight Recorder: a task from a resumption to its next suspension or its end. */
@Name("io.jasyncio.Resumption")
@Label("Resumption")
@Category("jasyncio")
@Description("A task from a resumption to its next suspension or its end")
@StackTrace(false)
@Threshold("20 ms")
final class ResumptionEvent extends Event {

  @Label("Name")
  @Description("The task's name")
  String name;

  @Label("Suspended at")
  @Description("The await where the task waits now; empty if it has ended")
  String suspendedAt;
}
