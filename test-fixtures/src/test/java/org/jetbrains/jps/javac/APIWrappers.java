package org.jetbrains.jps.javac;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Stands in for the class of IntelliJ's builder: of its name, and with its proxies. */
public final class APIWrappers {

  private APIWrappers() {}

  /** What a proxy of {@link #wrap} implements beside the wrapped interface. */
  public interface WrapperDelegateAccessor<T> {
    /** The wrapped object. */
    T getWrapperDelegate();
  }

  /** A proxy that hands every call on. */
  public static <T> T wrap(Class<T> type, T delegate) {
    return type.cast(
        Proxy.newProxyInstance(
            APIWrappers.class.getClassLoader(),
            new Class<?>[] {type, WrapperDelegateAccessor.class},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == WrapperDelegateAccessor.class) {
                return delegate;
              }
              try {
                return method.invoke(delegate, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** The wrapped object, or null. */
  public static <T> T unwrap(Class<? extends T> type, T wrapper) {
    return wrapper instanceof WrapperDelegateAccessor<?> accessor
            && type.isInstance(accessor.getWrapperDelegate())
        ? type.cast(accessor.getWrapperDelegate())
        : null;
  }
}
