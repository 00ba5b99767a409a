package types;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Type annotations and annotated locals in async bodies, which move with the code. */
public class AnnotatedTypes {
  @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Marked {
    String value() default "";
  }

  @Target({ElementType.LOCAL_VARIABLE, ElementType.PARAMETER, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Noted {
    int value();
  }

  @Async
  @Noted(1)
  <@Marked("t") T> Coroutine<@Marked("result") List<T>> annotated(
      @Noted(2) Trace t, @Marked("array") int @Marked [] array, T value)
      throws @Marked IOException {
    @Noted(3)
    List<@Marked("local") T> list = new @Marked("new") ArrayList<@Marked T>();
    for (@Noted(4) @Marked("loop") int v : array) {
      Object o = (@Marked("cast") Object) await(t.later(v));
      if (o instanceof @Marked("instanceof") Integer i && i > 1) {
        list.add(await(t.later(value)));
      }
    }
    try (@Noted(5)
        AutoCloseable c = () -> t.log("closed")) {
      await(t.later(c == null));
    } catch (
        @Marked("caught")
        Exception e) {
      throw new IOException(e);
    }
    Function<@Marked("lambda") T, String> f =
        (@Marked("parameter")
            T x) -> "f" + x;
    t.log(f.apply(await(t.later(value))));
    return result(list);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(new AnnotatedTypes().annotated(t, new int[] {1, 2, 3}, "x")));
    var method =
        AnnotatedTypes.class.getDeclaredMethod("annotated", Trace.class, int[].class, Object.class);
    await(t.pause());
    t.log(method.getAnnotation(Noted.class).value());
    t.log(((Noted) method.getParameterAnnotations()[0][0]).value());
    t.log(method.getAnnotatedParameterTypes()[1].getAnnotations().length);
    t.log(method.getTypeParameters()[0].getAnnotation(Marked.class).value());
    t.log(method.getAnnotatedExceptionTypes()[0].isAnnotationPresent(Marked.class));
    return result();
  }
}
