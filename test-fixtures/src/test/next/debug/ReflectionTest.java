package io.jasyncio.fixtures.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a framework that looks at a woven class sees: the source. */
final class ReflectionTest {

  private static final Source API =
      new Source(
          "crawl/Api.java",
          """
          package crawl;

          import static io.jasyncio.Asyncio.*;

          import io.jasyncio.Coroutine;
          import io.jasyncio.annotations.Async;
          import java.io.IOException;
          import java.lang.annotation.*;
          import java.time.Duration;
          import java.util.List;
          import java.util.Map;

          public interface Api {
            @Retention(RetentionPolicy.RUNTIME)
            @interface Name {
              String value();
            }

            @Retention(RetentionPolicy.RUNTIME)
            @Target(ElementType.TYPE_USE)
            @interface Nullable {}

            abstract class Base {
              @Async
              @Name("fetch")
              @Deprecated
              protected final <T extends Comparable<T>> Coroutine<List<? super @Nullable T>> fetch(
                  @Name("first") T first, final Map<String, int[]> second, long... rest)
                  throws IOException, IllegalStateException {
                await(sleep(Duration.ZERO));
                return result(null);
              }

              @Async
              public abstract Coroutine<Void> open();
            }

            @Async
            default Coroutine<@Nullable Integer> size(@Nullable String of) {
              await(sleep(Duration.ZERO));
              return result(of == null ? null : of.length());
            }

            @Async
            static Coroutine<Integer> zero() {
              return result(await(sleep(Duration.ZERO, 0)));
            }
          }
          """);

  private static Class<?> api;
  private static Class<?> base;

  @BeforeAll
  static void compile() throws ClassNotFoundException {
    Compiled compiled = Compiled.woven(List.of(API));
    api = compiled.load("crawl.Api");
    base = api.getClassLoader().loadClass("crawl.Api$Base");
  }

  @Test
  void signature_isTheSourcesOne() throws Exception {
    Method fetch = base.getDeclaredMethod("fetch", Comparable.class, Map.class, long[].class);

    assertEquals(
        "protected final <T extends java.lang.Comparable<T>>"
            + " io.jasyncio.Coroutine<java.util.List<? super T>>"
            + " crawl.Api$Base.fetch(T,java.util.Map<java.lang.String, int[]>,long...)"
            + " throws java.io.IOException,java.lang.IllegalStateException",
        fetch.toGenericString());
    assertTrue(fetch.isVarArgs());
    assertFalse(fetch.isSynthetic());
  }

  @Test
  void parameters_haveTheirNamesAndModifiers() throws Exception {
    Method fetch = base.getDeclaredMethod("fetch", Comparable.class, Map.class, long[].class);

    assertEquals(
        List.of("T first", "final java.util.Map<java.lang.String, int[]> second", "long... rest"),
        Arrays.stream(fetch.getParameters()).map(Parameter::toString).toList());
  }

  @Test
  void annotations_areThere() throws Exception {
    Method fetch = base.getDeclaredMethod("fetch", Comparable.class, Map.class, long[].class);

    assertEquals(
        List.of("Async", "Name", "Deprecated"),
        Arrays.stream(fetch.getAnnotations())
            .map(Annotation::annotationType)
            .map(Class::getSimpleName)
            .toList());
    assertEquals(
        List.of(1, 0, 0),
        Arrays.stream(fetch.getParameterAnnotations()).map(each -> each.length).toList());
    Method size = api.getMethod("size", String.class);
    assertEquals(1, size.getAnnotatedParameterTypes()[0].getAnnotations().length);
  }

  @Test
  void interfaceMethods_areStillDefaultAndStatic() throws Exception {
    assertTrue(api.getMethod("size", String.class).isDefault());
    assertFalse(api.getMethod("zero").isDefault());
    assertTrue(base.getMethod("open").isAnnotationPresent(Async.class));
  }

  /** A proxy, a mock or a dependency-injection container must not find the bodies. */
  @Test
  void publicMethodsOfAnInterface_areTheSourcesOnes() {
    assertEquals(
        List.of("size", "zero"),
        Arrays.stream(api.getMethods())
            .filter(method -> !method.isSynthetic())
            .map(Method::getName)
            .sorted()
            .toList());
  }
}
