package io.jasyncio;

import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import io.jasyncio.flow.RateLimiter;
import io.jasyncio.flow.RetryPolicy;
import io.jasyncio.flow.Structured;
import io.jasyncio.sync.AsyncCondition;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Each parameter of the public calls in turn is null: a sentence names it, or null has a meaning.
 */
class NullArgumentsTest {

  /** They run for ever, end the test's loop, or are replaced by the weaver. */
  private static final Set<String> NOT_CALLED =
      Set.of("await", "result", "done", "emit", "emitAll", "run", "runForever", "runUntilComplete");

  private final Set<String> accepted = new TreeSet<>();
  private final Set<String> refused = new TreeSet<>();
  private final Set<String> wronglyRefused = new TreeSet<>();

  @Test
  void nullArgument_isNamedOrHasAMeaning() throws Exception {
    VirtualLoop.run(giveNulls());

    assertEquals(Set.of(), wronglyRefused);
    assertEquals(
        Set.of(
            "Asyncio.createTask Context",
            "Asyncio.createTask String",
            "Asyncio.setEventLoop EventLoop",
            "Asyncio.sleep Object",
            "Asyncio.startServer String",
            "ContextVar.<init> Object",
            "EventLoop.callAt Context",
            "EventLoop.callLater Context",
            "EventLoop.callSoon Context",
            "EventLoop.callSoonThreadsafe Context",
            "EventLoop.createTask Context",
            "EventLoop.createTask String",
            "EventLoop.setExceptionHandler ExceptionHandler",
            "EventLoop.setTaskFactory TaskFactory"),
        accepted);
    assertTrue(refused.size() > 50, refused.toString());
  }

  @Async
  private Coroutine<Void> giveNulls() throws Exception {
    for (Method method : Asyncio.class.getMethods()) {
      probe(null, method);
    }
    for (Method method : EventLoop.class.getDeclaredMethods()) {
      probe(getRunningLoop(), method);
    }
    for (Class<?> type :
        List.of(
            AsyncCondition.class,
            ContextVar.class,
            RateLimiter.class,
            RetryPolicy.class,
            Runner.class,
            Structured.class)) {
      for (Constructor<?> constructor : type.getConstructors()) {
        probe(null, constructor);
      }
      for (Method method : type.getDeclaredMethods()) {
        probe(null, method);
      }
    }
    return result();
  }

  private void probe(Object receiver, Executable call) throws ReflectiveOperationException {
    boolean callable =
        Modifier.isPublic(call.getModifiers())
            && (call instanceof Constructor || receiver != null || isStatic(call))
            && !call.isSynthetic()
            && !NOT_CALLED.contains(call.getName());
    Class<?>[] types = call.getParameterTypes();
    for (int missing = 0; callable && missing < types.length; missing++) {
      if (!types[missing].isPrimitive()) {
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
          arguments[i] = i == missing ? null : something(types[i]);
        }
        String name = call instanceof Constructor ? "<init>" : call.getName();
        give(
            receiver,
            call,
            arguments,
            "%s.%s %s"
                .formatted(
                    call.getDeclaringClass().getSimpleName(),
                    name,
                    types[missing].getSimpleName()));
      }
    }
  }

  private static boolean isStatic(Executable call) {
    return Modifier.isStatic(call.getModifiers());
  }

  private void give(Object receiver, Executable call, Object[] arguments, String what)
      throws ReflectiveOperationException {
    try {
      Object unused =
          call instanceof Method method
              ? method.invoke(receiver, arguments)
              : ((Constructor<?>) call).newInstance(arguments);
      accepted.add(what);
    } catch (InvocationTargetException thrown) {
      Throwable failure = thrown.getCause();
      if (failure instanceof NullPointerException
          && failure.getMessage().endsWith(" is null: it must be given")) {
        refused.add(what);
      } else {
        wronglyRefused.add(what + ": " + failure);
      }
    }
  }

  private static Object something(Class<?> type) {
    if (type == int.class) {
      return 1;
    } else if (type == long.class) {
      return 1L;
    } else if (type == double.class) {
      return 1.0;
    } else if (type == boolean.class) {
      return false;
    } else if (type == String.class) {
      return "USR2";
    } else if (type == Duration.class) {
      return Duration.ofSeconds(1);
    } else if (Collection.class.isAssignableFrom(type)) {
      return List.of();
    } else if (type == Awaitable.class || type == Coroutine.class) {
      return Coroutine.completed(null);
    } else if (type.isInterface() && !type.isSealed()) {
      return Proxy.newProxyInstance(
          type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
    }
    return null;
  }
}
