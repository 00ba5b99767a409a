package io.jasyncio;

import java.util.List;
import java.util.Set;

/** Where the task stands that runs now: the Java stack from its step on, without the machinery. */
final class RunningStack {

  private static final String TASK = LoopTask.class.getName();

  /** The classes that a dump goes through before it asks the task. */
  private static final Set<String> ASKING =
      Set.of(
          RunningStack.class.getName(), TASK, TaskTree.class.getName(), EventLoop.class.getName());

  private RunningStack() {}

  static List<StackTraceElement> ofCurrentTask() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .dropWhile(frame -> isAsking(frame.getClassName()))
                    .takeWhile(frame -> !frame.getClassName().equals(TASK))
                    .filter(frame -> !CallSite.isMachinery(frame.getClassName()))
                    .map(StackWalker.StackFrame::toStackTraceElement)
                    .toList());
  }

  /** Also for what the JDK calls in between. */
  private static boolean isAsking(String className) {
    return ASKING.contains(className) || className.startsWith("java.");
  }
}
