package io.jasyncio.processor.diagnostics;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of mistake: its id, which is also the name of its page under docs/diagnostics and what
 * {@code @SuppressWarnings} takes.
 */
public enum Diagnostic {
  /** {@code await} or {@code result} in a method that is not async. */
  AWAIT_OUTSIDE_ASYNC("AwaitOutsideAsync"),
  /** {@code await} in a lambda whose interface method is not async. */
  AWAIT_IN_LAMBDA("AwaitInLambda"),
  /** {@code await} inside {@code synchronized}. */
  AWAIT_IN_MONITOR("AwaitInMonitor"),
  /** {@code await} in a constructor or initialiser. */
  AWAIT_IN_INITIALIZER("AwaitInInitializer"),
  /** Something is awaited in a plain generator. */
  AWAIT_IN_GENERATOR("AwaitInGenerator"),
  /** {@code emit}, {@code emitAll} or {@code done} in what is no generator. */
  EMIT_OUTSIDE_GENERATOR("EmitOutsideGenerator"),
  /** A generator emits what it is not declared for. */
  EMIT_TYPE("EmitType"),
  /** An async generator returns something. */
  GENERATOR_RETURN("GeneratorReturn"),
  /** {@code @Async} on a method with another return type. */
  ASYNC_RETURN_TYPE("AsyncReturnType"),
  /** {@code @Async} on a synchronized method. */
  ASYNC_SYNCHRONIZED("AsyncSynchronized"),
  /** {@code @Async} on a native method. */
  ASYNC_NATIVE("AsyncNative"),
  /** {@code @ToThread} on a type that cannot have a facade. */
  TO_THREAD_TYPE("ToThreadType"),
  /** A coroutine is returned where it would be awaited after the finally block. */
  RETURN_INSIDE_TRY("ReturnInsideTry"),
  /** An async method returns null. */
  RETURN_NULL("ReturnNull"),
  /** A coroutine is called and dropped. */
  NEVER_AWAITED("NeverAwaited"),
  /** A blocking call inside an async method. */
  BLOCKING_CALL("BlockingCall"),
  /** A {@code catch (Throwable)} around an await throws nothing. */
  CANCELLATION_SWALLOWED("CancellationSwallowed"),
  /** A static field is read before an await and written after it. */
  SHARED_STATIC("SharedStatic"),
  /** A task is started and not kept. */
  TASK_IGNORED("TaskIgnored"),
  /** The rounds of a loop await one after the other. */
  AWAIT_IN_LOOP("AwaitInLoop"),
  /** The calls of one type go through {@code toThread} one by one. */
  TO_THREAD_CANDIDATE("ToThreadCandidate"),
  /** A woven body is larger than the JVM allows. */
  METHOD_TOO_LARGE("MethodTooLarge"),
  /** The weaver failed. */
  WEAVING_FAILED("WeavingFailed"),
  /** The host does not let a processor see the class files. */
  HOST_NOT_SUPPORTED("HostNotSupported"),
  /** An option of the processor makes no sense. */
  INVALID_OPTION("InvalidOption"),
  /**
   * A class with async methods was compiled and not woven. The program says so when it runs, in the
   * runtime's {@code NotWovenError}.
   */
  NOT_WOVEN("NotWoven");

  private static final Set<Diagnostic> SUGGESTIONS =
      EnumSet.of(TASK_IGNORED, AWAIT_IN_LOOP, TO_THREAD_CANDIDATE);

  private static final Set<Diagnostic> LINTS =
      EnumSet.of(
          NEVER_AWAITED,
          BLOCKING_CALL,
          CANCELLATION_SWALLOWED,
          SHARED_STATIC,
          TASK_IGNORED,
          AWAIT_IN_LOOP,
          TO_THREAD_CANDIDATE);

  private final String id;

  Diagnostic(String id) {
    this.id = id;
  }

  /** The stable id. */
  public String id() {
    return id;
  }

  /**
   * Those that are warnings: what they find is suspicious, not wrong. A user may silence them or
   * make them errors.
   */
  public static Set<Diagnostic> lints() {
    return EnumSet.copyOf(LINTS);
  }

  /** True for a lint that is silent unless a user asks for it. */
  public boolean isSuggestion() {
    return SUGGESTIONS.contains(this);
  }

  /** The lint with an id. */
  public static Optional<Diagnostic> lint(String id) {
    return LINTS.stream().filter(lint -> lint.id.equals(id)).findFirst();
  }

  /** Puts the id in front of a message. */
  public String message(String text) {
    return "[" + id + "] " + text;
  }
}
