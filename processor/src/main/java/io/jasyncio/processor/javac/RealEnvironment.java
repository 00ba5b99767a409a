package io.jasyncio.processor.javac;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds javac's environment behind those that build tools put around it.
 *
 * <p>Gradle hands a processor a class of its own, with javac's environment in the field {@code
 * delegate}. IntelliJ's builder hands it a {@link Proxy}, and a class beside that for unwrapping
 * it.
 */
final class RealEnvironment {

  private static final String JPS_WRAPPERS = "org.jetbrains.jps.javac.APIWrappers";

  private RealEnvironment() {}

  /** The innermost environment that can be found; {@code env} itself if it is not wrapped. */
  static ProcessingEnvironment behind(ProcessingEnvironment env) {
    ProcessingEnvironment inner = inside(env);
    return inner == env ? env : behind(inner);
  }

  /** Tells whether IntelliJ's builder handed this environment out. */
  static boolean isIntellij(ProcessingEnvironment env) {
    return Proxy.isProxyClass(env.getClass()) && behind(env) != env;
  }

  private static ProcessingEnvironment inside(ProcessingEnvironment env) {
    try {
      Object inner = Proxy.isProxyClass(env.getClass()) ? unwrapped(env) : delegateOf(env);
      return inner instanceof ProcessingEnvironment found ? found : env;
    } catch (ReflectiveOperationException | RuntimeException notThatWrapper) {
      return env; // whoever needs javac's says that this is not it
    }
  }

  private static Object unwrapped(ProcessingEnvironment proxy) throws ReflectiveOperationException {
    return Class.forName(JPS_WRAPPERS, true, proxy.getClass().getClassLoader())
        .getMethod("unwrap", Class.class, Object.class)
        .invoke(null, ProcessingEnvironment.class, proxy);
  }

  private static Object delegateOf(ProcessingEnvironment wrapper)
      throws ReflectiveOperationException {
    Field delegate = wrapper.getClass().getDeclaredField("delegate");
    delegate.setAccessible(true);
    return delegate.get(wrapper);
  }
}
