package io.jasyncio;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * {@code sun.misc.Signal}, which is not part of Java SE but of the module {@code jdk.unsupported}.
 * It is looked up by name, so that programs without that module work as well.
 *
 * <p>What is found is called through lambdas that are made by hand: every program starts with a
 * handler of Ctrl-C, and reflection and a {@code Proxy} would add 40 ms to that.
 */
final class PlatformSignals {

  private static final Lookup LOOKUP = MethodHandles.lookup();

  private final Class<?> signalType;

  /** {@code name -> new Signal(name)}. */
  private final UnaryOperator<Object> toSignal;

  /** {@code (signal, handler) -> Signal.handle(signal, handler)}. */
  private final BinaryOperator<Object> install;

  /** {@code consumer -> consumer::accept}. */
  private final MethodHandle toHandler;

  /** {@code () -> SignalHandler.SIG_IGN}. */
  private final MethodHandle ignore;

  @SuppressWarnings("unchecked") // the types are those that are asked for
  private PlatformSignals(Class<?> signalType, Class<?> handlerType) throws Throwable {
    this.signalType = signalType;
    MethodHandle constructor =
        LOOKUP.findConstructor(signalType, methodType(void.class, String.class));
    MethodHandle handle =
        LOOKUP.findStatic(signalType, "handle", methodType(handlerType, signalType, handlerType));
    MethodHandle accept =
        LOOKUP.findVirtual(Consumer.class, "accept", methodType(void.class, Object.class));
    toSignal =
        (UnaryOperator<Object>)
            lambda("apply", methodType(UnaryOperator.class), 1, constructor).invoke();
    install =
        (BinaryOperator<Object>)
            lambda("apply", methodType(BinaryOperator.class), 2, handle).invoke();
    MethodType handling = methodType(void.class, signalType);
    toHandler =
        LambdaMetafactory.metafactory(
                LOOKUP,
                "handle",
                methodType(handlerType, Consumer.class),
                handling,
                accept,
                handling)
            .getTarget();
    ignore = LOOKUP.findStaticGetter(handlerType, "SIG_IGN", handlerType);
  }

  /** Throws {@link UnsupportedOperationException} where there is no {@code sun.misc.Signal}. */
  static PlatformSignals find() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      PlatformSignals.class.getModule().addReads(signal.getModule());
      return new PlatformSignals(signal, Class.forName("sun.misc.SignalHandler"));
    } catch (Throwable missing) {
      throw new UnsupportedOperationException(
          "Signal handlers need the module jdk.unsupported: run with --add-modules"
              + " jdk.unsupported",
          missing);
    }
  }

  private static MethodHandle lambda(
      String method, MethodType maker, int parameters, MethodHandle target) throws Throwable {
    return LambdaMetafactory.metafactory(
            LOOKUP, method, maker, MethodType.genericMethodType(parameters), target, target.type())
        .getTarget();
  }

  Object signal(String name) {
    return toSignal.apply(name);
  }

  Object handler(Runnable action) {
    Consumer<Object> onSignal = signal -> action.run();
    try {
      return toHandler.invoke(onSignal);
    } catch (Throwable impossible) {
      throw new LinkageError("sun.misc.SignalHandler", impossible);
    }
  }

  Object install(Object signal, Object handler) {
    return install.apply(signal, handler);
  }

  /** Tells whether a handler is the JVM's own. */
  boolean isDefault(Object handler) {
    try {
      return handler.getClass().getName().startsWith("sun.misc.") && handler != ignore.invoke();
    } catch (Throwable impossible) {
      throw new LinkageError("sun.misc.SignalHandler", impossible);
    }
  }

  void raise(Object signal) {
    try {
      Object unused = signalType.getMethod("raise", signalType).invoke(null, signal);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("sun.misc.Signal", impossible);
    }
  }
}
