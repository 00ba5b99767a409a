package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;

/** Resources as records, generics, nested twr in initialisers, var, and checked closes. */
public class ResourcesOfManyKinds {
  record Pooled<T>(Trace trace, T value) implements AutoCloseable {
    @Override
    public void close() {
      trace.log("give back", value);
    }
  }

  static class Stream implements Closeable {
    private final Trace trace;
    private int left;

    Stream(Trace trace, int left) {
      this.trace = trace;
      this.left = left;
    }

    @Async
    Coroutine<Integer> read() throws IOException {
      if (left < 0) {
        throw new IOException("broken");
      }
      return result(await(trace.later(left-- > 0 ? left : -1)));
    }

    @Override
    public void close() throws IOException {
      trace.log("close with", left);
      if (left == -1) {
        throw new EOFException("closed at the end");
      }
    }
  }

  @Async
  static Coroutine<Integer> sum(Trace t, int n) throws IOException {
    int sum = 0;
    try (var stream = new Stream(t, await(t.later(n)));
        var pooled = new Pooled<>(t, stream.left)) {
      int v;
      while ((v = await(stream.read())) >= 0) {
        sum += v + pooled.value();
        if (sum > 20) {
          return result(-sum);
        }
      }
    } catch (EOFException e) {
      t.log(e);
      sum += await(t.later(100));
    }
    return result(sum);
  }

  @Async
  static Coroutine<String> nestedInInitialiser(Trace t) {
    try (Pooled<String> outer =
        new Pooled<>(
            t,
            switch (await(t.later(1))) {
              case 1 -> {
                try (Pooled<Integer> inner = new Pooled<>(t, await(t.later(5)))) {
                  yield "from " + inner.value() + await(t.later("!"));
                }
              }
              default -> "not reached";
            })) {
      await(t.pause());
      return result(outer.value());
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int n : new int[] {0, 2, 5, -1}) {
      try {
        t.log(n, await(sum(t, n)));
      } catch (IOException e) {
        t.log(n, e);
      }
    }
    t.log(await(nestedInInitialiser(t)));
    return result();
  }
}
