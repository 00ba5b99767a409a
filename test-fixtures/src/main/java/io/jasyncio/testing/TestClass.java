package io.jasyncio.testing;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.Node;

/** A class with async tests. */
final class TestClass extends AbstractTestDescriptor implements Node<EngineExecutionContext> {

  private final Class<?> type;

  TestClass(UniqueId id, Class<?> type) {
    super(id, Annotations.display(type, type.getSimpleName()), ClassSource.from(type));
    this.type = type;
  }

  static boolean hasAsyncTests(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers())
        && !AnnotationSupport.findAnnotatedMethods(
                type, AsyncTest.class, HierarchyTraversalMode.TOP_DOWN)
            .isEmpty();
  }

  /** Calls the methods that carry a lifecycle annotation, those of superclasses first or last. */
  static void call(
      Class<?> type,
      Class<? extends Annotation> annotation,
      Object instance,
      HierarchyTraversalMode order) {
    List<Method> methods = AnnotationSupport.findAnnotatedMethods(type, annotation, order);
    methods.forEach(method -> ReflectionSupport.invokeMethod(method, instance));
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public Set<TestTag> getTags() {
    return Annotations.tags(type);
  }

  @Override
  public SkipResult shouldBeSkipped(EngineExecutionContext run) {
    return Annotations.disabled(type);
  }

  @Override
  public EngineExecutionContext before(EngineExecutionContext run) {
    call(type, BeforeAll.class, null, HierarchyTraversalMode.TOP_DOWN);
    return run;
  }

  @Override
  public void after(EngineExecutionContext run) {
    call(type, AfterAll.class, null, HierarchyTraversalMode.BOTTOM_UP);
  }
}
