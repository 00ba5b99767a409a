package lambdas;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.emitAll;
import static io.jasyncio.Asyncio.result;
import static java.util.concurrent.CompletableFuture.completedFuture;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.Coroutine;
import io.jasyncio.Generator;
import io.jasyncio.StopAsyncIteration;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lambdas, method references, local and anonymous classes of every kind of async method. */
public class KindsOfLambdas {

  interface Eager<A, R> {
    @Async
    CompletableFuture<R> apply(A argument);
  }

  interface Stage<R> {
    @Async
    CompletionStage<R> get();
  }

  interface Values<T> {
    @Async
    Generator<T> values();
  }

  interface AsyncValues<T> {
    @Async
    AsyncGenerator<T> values();
  }

  interface Step<A, R> {
    @Async
    Coroutine<R> apply(A argument);
  }

  static final Eager<Trace, String> CONSTANT = t -> completedFuture("s" + await(t.stage(1)));

  static final List<Values<Object>> LIST;

  static {
    LIST =
        List.of(
            () -> {
              emit("inner");
              return done();
            },
            () -> {
              emit("outer");
              emitAll(List.of("in", "list"));
              return done();
            });
  }

  private final String name;
  final Values<Object> field;
  final Step<Trace, String> reference = this::named;

  KindsOfLambdas(String name) {
    this.name = name;
    field =
        () -> {
          for (int i = 0; i < 2; i++) {
            Object sent = emit(name + i);
            if (sent != null) {
              emit("sent " + sent);
            }
          }
          return done(this.name);
        };
  }

  @Async
  Coroutine<String> named(Trace t) {
    return result(name + await(t.later("!")));
  }

  private static void drain(Trace t, Values<Object> source) {
    for (Object value : t.generator(source::values)) {
      t.log(value);
    }
  }

  @Async
  private static Coroutine<Void> drainAsync(Trace t, AsyncValues<Object> source) {
    AsyncGenerator<Object> values = t.asyncGenerator(source::values);
    try {
      while (true) {
        t.log(await(values.anext()));
      }
    } catch (StopAsyncIteration end) {
      t.log("end");
    }
    return result();
  }

  @Async
  static Coroutine<Void> lambdas(Trace t, long captured) {
    int counter = await(t.later(5));
    Stage<Long> stage = () -> completedFuture(captured + counter + await(t.stage(2L)));
    t.log(await(stage.get()), await(CONSTANT.apply(t)));
    Eager<Integer, Eager<Integer, Integer>> curried =
        a -> completedFuture(b -> completedFuture(a + b + await(t.stage(counter))));
    t.log(await(await(curried.apply(1)).apply(2)));
    await(
        drainAsync(
            t,
            () -> {
              for (int i = 0; i < counter; i += 2) {
                emit(i + await(t.later("x")));
              }
              try {
                emit(captured);
              } finally {
                await(t.pause());
              }
              return done();
            }));
    return result();
  }

  @Async
  static Coroutine<Void> classes(Trace t, String captured) {
    class Local implements Values<Object> {
      private final int size = captured.length();

      @Override
      @Async
      public Generator<Object> values() {
        for (int i = 0; i < size; i++) {
          emit(captured.charAt(i));
        }
        return done();
      }

      @Async
      CompletableFuture<Integer> size() {
        return completedFuture(size + await(t.stage(1)));
      }
    }
    Local local = new Local();
    drain(t, local);
    t.log(await(local.size()));
    await(
        drainAsync(
            t,
            new AsyncValues<>() {
              private int given = await0(t);

              @Override
              @Async
              public AsyncGenerator<Object> values() {
                emit(captured + ++given);
                emit(await(t.later(given)));
                return done();
              }
            }));
    Values<Object> reference = local::values;
    drain(t, reference);
    return result();
  }

  private static int await0(Trace t) {
    return t.note("given", 40);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    KindsOfLambdas it = new KindsOfLambdas("n");
    drain(t, it.field);
    t.log(await(it.reference.apply(t)));
    Step<Trace, Void> staticReference = u -> classes(u, "ab");
    await(staticReference.apply(t));
    drain(t, LIST.get(0));
    drain(t, LIST.get(1));
    await(lambdas(t, 1L << 35));
    return result();
  }
}
