package io.jasyncio;

import io.jasyncio.codegen.StateMachine;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where in the user's code something was made. Costs a walk of the stack: for debug mode. */
final class CallSite {

  private static final int MOST_FRAMES = 12;
  private static final String CODEGEN = StateMachine.class.getPackageName() + ".";

  /** The classes that stand between the user's code and this one. */
  private static final Set<String> RUNTIME =
      Stream.of(
              CallSite.class,
              DebugMode.class,
              Coroutine.class,
              LoopTask.class,
              EventLoop.class,
              LoopTasks.class,
              TaskStart.class,
              Scheduled.class,
              Asyncio.class,
              Adapter.class,
              GatherFuture.class,
              TaskGroup.class,
              AsCompleted.class)
          .map(Class::getName)
          .collect(Collectors.toSet());

  private CallSite() {}

  /** The stack of whoever called into this package, innermost first. */
  static List<StackTraceElement> ofCaller() {
    return walk(frame -> isRuntime(frame.getClassName()));
  }

  /**
   * The stack of the call of an async method, for the constructor of its coroutine; empty if the
   * body itself makes it. The woven method has no line numbers, its body has.
   */
  static List<StackTraceElement> ofCoroutine() {
    List<StackTraceElement> stack =
        walk(frame -> isRuntime(frame.getClassName()) || isMachine(frame.getClassName()));
    boolean call = !stack.isEmpty() && stack.get(0).getLineNumber() < 0;
    return call ? stack.subList(1, stack.size()) : List.of();
  }

  static String format(List<StackTraceElement> stack) {
    return stack.stream().map(frame -> "\n    at " + frame).collect(Collectors.joining());
  }

  private static List<StackTraceElement> walk(Predicate<StackWalker.StackFrame> skipped) {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .dropWhile(skipped)
                    .filter(frame -> !isMachinery(frame.getClassName()))
                    .limit(MOST_FRAMES)
                    .map(StackWalker.StackFrame::toStackTraceElement)
                    .toList());
  }

  /** True for what stands between a task's step and the bodies of its async methods. */
  static boolean isMachinery(String className) {
    return className.startsWith(CODEGEN) || isMachine(className);
  }

  private static boolean isRuntime(String className) {
    int nested = className.indexOf('$');
    return RUNTIME.contains(nested < 0 ? className : className.substring(0, nested));
  }

  private static boolean isMachine(String className) {
    return className.startsWith("Async_", className.lastIndexOf('.') + 1);
  }
}
