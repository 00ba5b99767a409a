package eager;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static java.util.concurrent.CompletableFuture.completedFuture;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Objects under construction, values of all types on the stack, types that merge. */
public class StackShapes {

  record One(Object value) {}

  record Two(Number first, Object second) {
    Two {
      if (second == null) {
        throw new NullPointerException("second");
      }
    }
  }

  static final class Throwing {
    final String text;

    Throwing(int number, Object value) throws IOException {
      if (number < 0) {
        throw new IOException("negative " + value);
      }
      text = number + ":" + value;
    }
  }

  @Async
  static CompletableFuture<Object> creations(Trace t, boolean flag) {
    t.log(new One(flag ? t : "no trace").value() == t);
    t.log(new One(await(t.stage(1))), new One(await(t.stage(2))));
    One deep = new One(new One(new One(await(t.stage("deep")))));
    t.log(deep);
    new One(await(t.stage("dropped")));
    return completedFuture(
        new Two(flag ? 1 : await(t.stage(2.5)), new One(new One(flag ? await(t.stage('c')) : 'd'))));
  }

  @Async
  static CompletableFuture<String> failing(Trace t, int number) {
    try {
      return completedFuture(new Throwing(number, await(t.stage(number))).text);
    } catch (IOException e) {
      return completedFuture(await(t.stage(e.getMessage())));
    }
  }

  private static String concat(int i, long j, float f, double d, Object o, boolean b, char c) {
    return i + ":" + j + ":" + f + ":" + d + ":" + o + ":" + b + ":" + c;
  }

  @Async
  static CompletableFuture<String> allTypes(Trace t, int number) {
    return completedFuture(
        concat(number, 10_000_000_000L, 1.5f, 3.5d, await(t.stage("z")), number > 0, 'c')
            + concat(await(t.stage(1)), await(t.stage(2L)), 3f, 4d, null, await(t.stage(true)), 'd'));
  }

  /** The frames say Number where the branches have put an Integer, a Long, a Double. */
  @Async
  static CompletableFuture<Integer> merged(Trace t, int way) {
    Number n = way;
    switch (way) {
      case 0:
        n = 1L;
        await(t.stage(n));
        n = 2.0f;
        break;
      case 1:
        n = 3.0;
        await(t.stage(way));
        break;
      default:
        await(t.stage("default"));
    }
    Number m = way > 1 ? Integer.valueOf(way) : n;
    return completedFuture(add(n, m, await(t.stage(10))));
  }

  private static int add(Number a, Number b, int c) {
    return a.intValue() + b.intValue() + c;
  }

  /** Methods of one's own whose names the library or its rivals use. */
  static final class Namesakes {
    private int join() {
      return 9;
    }

    private int join(int a, int b) {
      return a + b;
    }

    private String await(String text) {
      return "own " + text;
    }

    @Async
    CompletableFuture<String> use(CompletionStage<String> stage) {
      int local = 7;
      String text = ":" + Math.max(local, io.jasyncio.Asyncio.await(stage).length());
      return completedFuture(text + ":" + join() + ":" + join(2, 3) + ":" + await("await"));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    t.log(await(creations(t, true)), await(creations(t, false)));
    t.log(await(failing(t, 1)), await(failing(t, -1)));
    t.log(await(allTypes(t, 5)));
    for (int way = 0; way < 3; way++) {
      t.log(await(merged(t, way)));
    }
    t.log(await(new Namesakes().use(t.stage("0123456789"))));
    return result();
  }
}
