package io.jasyncio;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** Flight Recorder: a callback or a step of a task that has kept the loop from everything else. */
@Name("io.jasyncio.SlowCallback")
@Label("Slow callback")
@Category("jasyncio")
@Description("A callback or a step of a task that has kept the loop from everything else")
@StackTrace(false)
@Threshold("100 ms")
final class SlowCallbackEvent extends Event {

  @Label("Name")
  @Description("The task's name, or the callback")
  String name;
}
