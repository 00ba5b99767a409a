package io.jasyncio;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** Flight Recorder: a task from a suspension to its next resumption. */
@Name("io.jasyncio.Suspension")
@Label("Suspension")
@Category("jasyncio")
@Description("A task from a suspension to its next resumption")
@StackTrace(false)
@Enabled(false) // Most tasks wait most of the time.
@Threshold("20 ms")
final class SuspensionEvent extends Event {

  @Label("Name")
  @Description("The task's name")
  String name;

  @Label("Suspended at")
  @Description("The await where the task has waited")
  String suspendedAt;
}
