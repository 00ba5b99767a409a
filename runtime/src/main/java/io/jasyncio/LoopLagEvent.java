package io.jasyncio;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** Flight Recorder: one turn of a loop, which is how long whatever becomes ready in it waits. */
@Name("io.jasyncio.LoopLag")
@Label("Loop lag")
@Category("jasyncio")
@Description("What a loop ran without looking for what is ready or due")
@StackTrace(false)
@Threshold("20 ms")
final class LoopLagEvent extends Event {

  @Label("Steps")
  @Description("How many steps of tasks and callbacks it ran")
  int steps;
}
