package io.jasyncio.codegen;

import java.util.List;

/**
 * Whether woven code may call the bodies of other classes' async methods directly.
 *
 * <p>Where something has put its own code into the methods of a class as it was loaded, as mocking
 * libraries and aspects do, a call of the body would miss it. So direct calls are off where such a
 * library is found. The system property {@code jasyncio.direct} decides for itself: {@code true} or
 * {@code false}.
 */
final class DirectCalls {

  /** As resources, since putting strings together would cost a program that starts 10 ms. */
  private static final List<String> CHANGE_METHODS =
      List.of(
          "org/mockito/Mockito.class",
          "io/mockk/MockK.class",
          "mockit/Expectations.class",
          "org/powermock/core/MockRepository.class",
          "org/aspectj/lang/JoinPoint.class");

  /** A constant for the JVM's compiler: the question costs nothing. */
  static final boolean ALLOWED = allowed(System.getProperty("jasyncio.direct"));

  private DirectCalls() {}

  private static boolean allowed(String property) {
    return property == null ? noneIsPresent() : Boolean.parseBoolean(property);
  }

  private static boolean noneIsPresent() {
    ClassLoader own = DirectCalls.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    for (String file : CHANGE_METHODS) {
      if (isPresent(file, own) || (context != own && isPresent(file, context))) {
        return false;
      }
    }
    return true;
  }

  /** Looks for the file, so that nothing is loaded. */
  private static boolean isPresent(String file, ClassLoader loader) {
    return loader != null && loader.getResource(file) != null;
  }
}
