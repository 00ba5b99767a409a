package generators;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.emitAll;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Asyncio;
import io.jasyncio.Coroutine;
import io.jasyncio.Generator;
import io.jasyncio.StopIteration;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Plain generators: emit wherever an expression can stand, driven in every way at every emit. */
public class EmitPlaces {

  private final String name;

  EmitPlaces(String name) {
    this.name = name;
  }

  record Pair(Object left, Object right) {}

  @Async
  static Generator<Object> expressions(Trace t) {
    Object[] array = {emit("element"), 2, emit(3)};
    t.log(array[0], array[1], array[2]);
    String text = "a" + emit('b') + Asyncio.<Object>emit(2.5) + "c";
    t.log(text);
    Pair pair = new Pair(emit("left"), new Pair(emit("inner"), t.note("then", 1L)));
    t.log(pair.left(), pair.right() instanceof Pair);
    long sum = 1L + (emit("yes") == null ? 10 : 20);
    t.log(sum);
    return done(emit("last"));
  }

  @Async
  static Generator<Object> tries(Trace t) {
    int caught = 0;
    try {
      t.log("got", Asyncio.<Object>emit(1));
      try {
        t.log("got", Asyncio.<Object>emit(2));
      } finally {
        t.log("inner finally");
      }
      t.log("got", Asyncio.<Object>emit(3));
    } catch (IllegalStateException e) {
      caught++;
      t.log("caught", e);
      emit("in catch");
    } finally {
      t.log("outer finally", caught);
    }
    emit(4);
    return done(caught);
  }

  @Async
  static Generator<Object> emitsInFinally(Trace t) {
    try {
      emit("body");
      return done("result");
    } finally {
      t.log("cleaning");
      emit("cleaning");
      t.log("clean");
    }
  }

  @Async
  Generator<Object> loops(Trace t, int rows, long columns) {
    List<Object> seen = new ArrayList<>();
    rows:
    for (int row = 0; row < rows; row++) {
      for (long column = 0; column < columns; column++) {
        if (row == 1 && column == 1) {
          continue rows;
        }
        Object sent = emit(name + row + column);
        seen.add(sent);
        if ("s3".equals(sent)) {
          break rows;
        }
      }
    }
    t.log(seen);
    return done(seen.size());
  }

  @Async
  Generator<Object> handsOn(Trace t) {
    t.log("count", Asyncio.<Object>emitAll(t.generator(() -> loops(t, 1, 2))));
    emitAll(List.of("x", "y"));
    try {
      t.log("tries", Asyncio.<Object>emitAll(t.generator(() -> tries(t))));
    } finally {
      t.log("left");
    }
    Generator<Object> begun = t.generator(() -> tries(t));
    t.log("begun", begun.next());
    t.log("rest", Asyncio.<Object>emitAll(begun));
    t.log("again", Asyncio.<Object>emitAll(begun));
    return t.generator(() -> emitsInFinally(t));
  }

  @Async
  static Generator<Object> empty() {
    return done();
  }

  @Async
  static Generator<Object> onlyNested(Trace t, int depth) {
    if (depth > 0) {
      emitAll(t.generator(empty(t)));
      emitAll(t.generator(() -> onlyNested(t, depth - 1)));
    }
    emit(depth);
    return done();
  }

  private static Supplier<Generator<Object>> empty(Trace t) {
    return () -> {
      t.log("empty");
      return empty();
    };
  }

  @Async
  static Generator<Object> choices(Trace t, int from) {
    int state = from;
    while (true) {
      switch (state) {
        case 0 -> state = emit("zero") == null ? 1 : 3;
        case 1, 2 -> {
          Object sent = emit("one or two");
          state = sent instanceof String text ? text.length() : state + 1;
        }
        default -> {
          int last = state;
          return done(
              switch (last) {
                case 3 -> {
                  try {
                    yield emit("three");
                  } catch (IllegalStateException e) {
                    yield e.getMessage();
                  }
                }
                default -> emit(last);
              });
        }
      }
    }
  }

  private static void drive(Trace t, String name, Supplier<Generator<Object>> call) {
    for (int mode = 0; mode < 4; mode++) {
      for (int steps = 0; steps < 8; steps++) {
        t.log(name, "mode", mode, "after", steps);
        Generator<Object> generator = t.generator(call);
        try {
          go(t, generator, mode, steps);
        } catch (StopIteration end) {
          t.log("returned", end.value());
        } catch (IllegalStateException e) {
          t.log("threw", e.getMessage().split(":")[0]);
        } catch (Throwable failure) {
          t.log("threw", failure);
        }
        generator.close();
        t.log("more", generator.hasNext());
      }
    }
  }

  private static void go(Trace t, Generator<Object> generator, int mode, int steps) {
    for (int i = 0; i < steps; i++) {
      t.log(generator.send(i == 0 ? null : "s" + i));
    }
    switch (mode) {
      case 0 -> generator.close();
      case 1 -> t.log("then", generator.throwInto(new IllegalStateException("thrown")));
      case 2 -> t.log("then", generator.throwInto(new java.io.IOException("checked")));
      default -> {}
    }
    for (Object value : generator) {
      t.log("rest", value);
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    EmitPlaces places = new EmitPlaces("p");
    drive(t, "expressions", () -> expressions(t));
    drive(t, "tries", () -> tries(t));
    drive(t, "in finally", () -> emitsInFinally(t));
    drive(t, "loops", () -> places.loops(t, 3, 2));
    drive(t, "hands on", () -> places.handsOn(t));
    drive(t, "empty", () -> empty());
    drive(t, "nested", () -> onlyNested(t, 4));
    drive(t, "choices", () -> choices(t, 0));
    return result(await(t.later((Void) null)));
  }
}
