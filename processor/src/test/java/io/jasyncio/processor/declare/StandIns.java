package io.jasyncio.processor.declare;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import javax.tools.JavaFileObject;

/**
 * What the processor knows of the library by name, in as few lines as javac needs. The library
 * itself is built after the processor, with it.
 */
final class StandIns {

  static final List<JavaFileObject> SOURCES =
      List.of(
          JavaFileObjects.forSourceString(
              "io.jasyncio.annotations.Async",
              """
              package io.jasyncio.annotations;
              @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
              public @interface Async {}
              """),
          JavaFileObjects.forSourceString(
              "io.jasyncio.codegen.Execution",
              """
              package io.jasyncio.codegen;
              public class Execution {}
              """),
          JavaFileObjects.forSourceString(
              "io.jasyncio.Coroutine",
              """
              package io.jasyncio;
              public abstract class Coroutine<T> {
                protected abstract Object resume(io.jasyncio.codegen.Execution x);
              }
              """),
          JavaFileObjects.forSourceString(
              "io.jasyncio.NotWovenError",
              """
              package io.jasyncio;
              public class NotWovenError extends Error {
                private static final long serialVersionUID = 1L;
                public NotWovenError(String className, String methodName) {}
              }
              """),
          JavaFileObjects.forSourceString(
              "io.jasyncio.Asyncio",
              """
              package io.jasyncio;
              public final class Asyncio {
                public static <T> T await(Coroutine<T> coroutine) { return null; }
                public static <T> Coroutine<T> result(T value) { return null; }
                public static <T> Coroutine<T> result() { return null; }
              }
              """));

  private StandIns() {}
}
