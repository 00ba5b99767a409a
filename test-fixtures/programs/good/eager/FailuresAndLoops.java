package eager;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** try, catch, finally, resources and loops in methods that return futures; futures returned. */
public class FailuresAndLoops {

  @Async
  static CompletableFuture<Object> catches(Trace t, boolean fails) {
    int count = 1;
    try {
      await(t.stage(count));
      await(t.stage(count + 1));
      if (fails) {
        await(t.failStage(new Exception("checked")));
      }
      if (await(t.stage(null)) == null) {
        throw new IllegalArgumentException("own");
      }
    } catch (Exception e) {
      count += 1;
      await(t.stage(count));
      return completedFuture(e.getMessage() + await(t.stage(count)));
    }
    return completedFuture(count);
  }

  @Async
  @SuppressWarnings("finally")
  static CompletableFuture<Integer> finallyReturns(Trace t) {
    try {
      if (await(t.stage(10)) == 10) {
        throw new IllegalArgumentException("lost");
      }
    } finally {
      return completedFuture(1337);
    }
  }

  /** A future that is returned is waited for, and its failure is the method's. */
  @Async
  static CompletableFuture<String> returned(Trace t, int way) {
    try {
      await(t.stage(way));
    } catch (IllegalStateException e) {
      await(t.stage("never"));
    }
    return switch (way) {
      case 0 -> t.stage("future").toCompletableFuture();
      case 1 -> failedFuture(new IllegalStateException("failed"));
      case 2 -> completedFuture("choice");
      default -> t.<String>failStage(new IllegalStateException("stage")).toCompletableFuture();
    };
  }

  static final class Plain implements AutoCloseable {
    private final Trace t;
    private boolean closed;

    Plain(Trace t) {
      this.t = t;
    }

    @Override
    public void close() {
      closed = true;
      t.log("closed");
    }
  }

  @Async
  static CompletableFuture<String> resource(Trace t) {
    try (Plain plain = new Plain(t)) {
      await(t.stage(1));
      t.log("closed early", plain.closed);
      return completedFuture("r" + await(t.stage(plain.closed)));
    }
  }

  @Async
  static CompletionStage<List<Integer>> loops(Trace t, int limit) {
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < limit; i++) {
      seen.add(await(t.stage(i)));
    }
    int left = limit;
    while (await(t.stage(left)) > 0) {
      left--;
    }
    do {
      seen.add(await(t.stage(left++)));
    } while (left < 2);
    return completedFuture(seen);
  }

  @Async
  static CompletableFuture<Integer> lockedBetween(Trace t, Object monitor) {
    int x;
    synchronized (monitor) {
      x = 1;
      monitor.notifyAll();
    }
    return completedFuture(x + await(t.stage(1)));
  }

  @Async
  static CompletableFuture<Integer> recursive(Trace t, int depth) {
    return depth == 0
        ? completedFuture(await(t.stage(0)))
        : completedFuture(1 + await(recursive(t, depth - 1)));
  }

  /** A generic method, and one that overrides with a narrower type and so gets a bridge. */
  abstract static class Source<T> {
    @Async
    abstract CompletionStage<T> get(Trace t);
  }

  static final class Texts extends Source<String> {
    @Override
    @Async
    CompletableFuture<String> get(Trace t) {
      return completedFuture("text " + await(t.stage("narrow")));
    }
  }

  @Async
  static <T extends Comparable<T>> CompletableFuture<T> larger(
      CompletionStage<T> a, CompletionStage<T> b) {
    T first = await(a);
    T second = await(b);
    return completedFuture(first.compareTo(second) > 0 ? first : second);
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    t.log(await(catches(t, true)), await(catches(t, false)));
    t.log(await(finallyReturns(t)));
    for (int way = 0; way < 4; way++) {
      try {
        t.log(await(returned(t, way)));
      } catch (IllegalStateException e) {
        t.log(e);
      }
    }
    t.log(await(resource(t)));
    t.log(await(loops(t, 3)));
    t.log(await(lockedBetween(t, new Object())));
    t.log(await(recursive(t, 5)));
    Source<String> source = new Texts();
    t.log(await(source.get(t)));
    t.log(await(larger(t.stage("a"), t.stage("b"))));
    return result();
  }
}
