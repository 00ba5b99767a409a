package lambdas;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.function.Function;
import java.util.function.Supplier;

/** Serialisable lambdas and method references made in async bodies survive a round trip. */
public class SerialisableLambdas {
  interface SerialisableFunction<A, B> extends Function<A, B>, Serializable {}

  static String shout(String text) {
    return text + "!";
  }

  static byte[] written(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked")
  static <T> T copied(T object) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written(object)))) {
      return (T) in.readObject();
    }
  }

  @Async
  static Coroutine<SerialisableFunction<Integer, String>> made(Trace t, String name) {
    long l = await(t.later(5L));
    char c = 'c';
    SerialisableFunction<Integer, String> function = v -> name + l + c + v;
    await(t.pause());
    return result(function);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    SerialisableFunction<Integer, String> original = await(made(t, "n"));
    t.log(original.apply(1), copied(original).apply(await(t.later(2))));
    int captured = await(t.later(7));
    Supplier<Integer> intersection = (Supplier<Integer> & Serializable) () -> captured + 1;
    t.log(copied(intersection).get());
    SerialisableFunction<String, String> reference = SerialisableLambdas::shout;
    await(t.pause());
    t.log(copied(reference).apply(await(t.later("text"))));
    SerialisableFunction<Integer, SerialisableFunction<Integer, Integer>> nested =
        a -> b -> a * captured + b;
    t.log(copied(copied(nested).apply(await(t.later(3)))).apply(await(t.later(4))));
    String bound = await(t.later("bound"));
    SerialisableFunction<Integer, Character> charAt = bound::charAt;
    t.log(copied(charAt).apply(await(t.later(1))));
    return result();
  }
}
