package io.jasyncio.testing;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds the classes and methods that were asked for. */
final class AsyncTestResolver implements SelectorResolver {

  private static final String CLASS = "class";
  private static final String METHOD = "method";

  private final Predicate<String> classNames;

  AsyncTestResolver(Predicate<String> classNames) {
    this.classNames = classNames;
  }

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    Class<?> type = selector.getJavaClass();
    if (!TestClass.hasAsyncTests(type) || !classNames.test(type.getName())) {
      return Resolution.unresolved();
    }
    return context
        .addToParent(parent -> Optional.of(new TestClass(id(parent, CLASS, type.getName()), type)))
        .map(test -> Resolution.match(Match.exact(test, () -> methodsOf(type))))
        .orElseGet(Resolution::unresolved);
  }

  @Override
  public Resolution resolve(MethodSelector selector, Context context) {
    Method method = selector.getJavaMethod();
    Class<?> type = selector.getJavaClass();
    if (!method.isAnnotationPresent(AsyncTest.class)) {
      return Resolution.unresolved();
    }
    Supplier<DiscoverySelector> parentSelector = () -> DiscoverySelectors.selectClass(type);
    return context
        .addToParent(
            parentSelector,
            parent ->
                Optional.of(new TestMethod(id(parent, METHOD, method.getName()), type, method)))
        .map(test -> Resolution.match(Match.exact(test)))
        .orElseGet(Resolution::unresolved);
  }

  /** For those who run a test again by its id. */
  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    UniqueId.Segment last = id.getLastSegment();
    if (last.getType().equals(CLASS)) {
      return Resolution.selectors(Set.of(DiscoverySelectors.selectClass(last.getValue())));
    }
    if (last.getType().equals(METHOD)) {
      String className = id.removeLastSegment().getLastSegment().getValue();
      return Resolution.selectors(
          Set.of(DiscoverySelectors.selectMethod(className, last.getValue())));
    }
    return Resolution.unresolved();
  }

  private static Set<DiscoverySelector> methodsOf(Class<?> type) {
    return ReflectionSupport.streamMethods(
            type,
            method -> method.isAnnotationPresent(AsyncTest.class),
            HierarchyTraversalMode.TOP_DOWN)
        .map(method -> DiscoverySelectors.selectMethod(type, method))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static UniqueId id(TestDescriptor parent, String kind, String name) {
    return parent.getUniqueId().append(kind, name);
  }
}
