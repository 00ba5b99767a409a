package io.jasyncio.testing;

import io.jasyncio.Coroutine;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.Node;

/** An async test. */
final class TestMethod extends AbstractTestDescriptor implements Node<EngineExecutionContext> {

  private final Class<?> type;
  private final Method method;

  TestMethod(UniqueId id, Class<?> type, Method method) {
    super(
        id, Annotations.display(method, method.getName() + "()"), MethodSource.from(type, method));
    this.type = type;
    this.method = method;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public Set<TestTag> getTags() {
    Set<TestTag> tags = new LinkedHashSet<>(Annotations.tags(method));
    getParent().ifPresent(parent -> tags.addAll(parent.getTags()));
    return tags;
  }

  @Override
  public SkipResult shouldBeSkipped(EngineExecutionContext run) {
    return Annotations.disabled(method);
  }

  @Override
  public EngineExecutionContext execute(EngineExecutionContext run, DynamicTestExecutor executor) {
    checkSignature();
    Object instance = ReflectionSupport.newInstance(type);
    Throwable failure = null;
    try {
      TestClass.call(type, BeforeEach.class, instance, HierarchyTraversalMode.TOP_DOWN);
      runTest(instance);
    } catch (Throwable thrown) {
      failure = thrown;
    }
    try {
      TestClass.call(type, AfterEach.class, instance, HierarchyTraversalMode.BOTTOM_UP);
    } catch (Throwable thrown) {
      if (failure == null) {
        failure = thrown;
      } else {
        failure.addSuppressed(thrown);
      }
    }
    if (failure != null) {
      throw Thrown.asItIs(failure);
    }
    return run;
  }

  private void checkSignature() {
    if (!Coroutine.class.isAssignableFrom(method.getReturnType())
        || method.getParameterCount() > 0) {
      throw new IllegalStateException(
          "An @AsyncTest returns a Coroutine and has no parameters: " + method);
    }
  }

  private void runTest(Object instance) {
    AsyncTest test = method.getAnnotation(AsyncTest.class);
    Object unused =
        new TestRun(
                Duration.ofSeconds(test.limitSeconds()), Duration.ofMillis(test.patienceMillis()))
            .run(
                method.getName(),
                () -> (Coroutine<?>) ReflectionSupport.invokeMethod(method, instance));
  }
}
