package io.jasyncio;

import java.util.Optional;

/**
 * An async method ran as javac wrote it: the second half of its compilation did not happen.
 *
 * <p>The annotation processor turns async methods into state machines after javac has written their
 * classes. Where that step is missing, the first await throws this error instead of blocking.
 */
public final class NotWovenError extends Error {

  private static final long serialVersionUID = 1L;

  /**
   * An error that names the method and the cure.
   *
   * @param className the binary name of the class that was not woven
   * @param methodName the name of the method that awaits
   */
  public NotWovenError(String className, String methodName) {
    super(
        "%s.%s was not woven. ".formatted(className, methodName)
            + "Either the method is not @Async (await works only in methods that carry @Async and"
            + " return a Coroutine), or its class was compiled without jasyncio-processor: by"
            + " another compiler than javac, or in a javac step where annotation processing was off"
            + " (-proc:none, or no jasyncio-processor on the --processor-path). Compile the class"
            + " with javac and jasyncio-processor on the --processor-path, or run the program with"
            + " -javaagent:jasyncio-processor.jar, which weaves its classes as they are loaded.");
  }

  /** The error for the method that called {@code declaring}'s method. */
  static NotWovenError callerOf(Class<?> declaring) {
    Optional<StackWalker.StackFrame> caller =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(frame -> !isRuntime(frame.getClassName(), declaring))
                        .findFirst());
    return caller
        .map(frame -> new NotWovenError(frame.getClassName(), frame.getMethodName()))
        .orElseGet(() -> new NotWovenError("(unknown class)", "(unknown method)"));
  }

  private static boolean isRuntime(String className, Class<?> declaring) {
    return className.equals(NotWovenError.class.getName()) || className.equals(declaring.getName());
  }
}
