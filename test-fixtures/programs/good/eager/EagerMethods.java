package eager;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Methods that return futures: they start when they are called. */
public class EagerMethods {

  /** Overridable, so that calls of them go through the future. */
  interface Service {
    @Async
    CompletableFuture<Integer> length(String text);

    @Async
    CompletionStage<String> twice(String text) throws IOException;

    @Async
    default CompletableFuture<Integer> lengthOfTwice(String text) throws IOException {
      return CompletableFuture.completedFuture(await(length(await(twice(text)))));
    }
  }

  record Plain(Trace t, String name) implements Service {
    @Override
    @Async
    public CompletableFuture<Integer> length(String text) {
      t.log(name, "measures", text);
      int length = await(t.stage(text)).length();
      t.log(name, "measured", length);
      return CompletableFuture.completedFuture(length + (length > 3 ? await(t.stage(100)) : 0));
    }

    @Override
    @Async
    public CompletionStage<String> twice(String text) throws IOException {
      try {
        if (text.isEmpty()) {
          throw new IOException("empty");
        }
        return CompletableFuture.completedFuture(text + await(t.stage(text)));
      } finally {
        t.log(name, "has doubled", await(t.stage(text.length())));
      }
    }
  }

  record Failing(Trace t) implements Service {
    @Override
    @Async
    public CompletableFuture<Integer> length(String text) {
      return t.<Integer>failStage(new IllegalStateException(text)).toCompletableFuture();
    }

    @Override
    @Async
    public CompletionStage<String> twice(String text) {
      try {
        return CompletableFuture.completedFuture(await(t.failStage(new IOException(text))));
      } catch (Exception e) {
        t.log("caught", e);
        return t.stage("instead of " + text);
      }
    }
  }

  @Async
  private static CompletableFuture<String> direct(Trace t, int depth) {
    if (depth == 0) {
      return CompletableFuture.completedFuture("end " + await(t.stage("of it")));
    }
    String below = await(direct(t, depth - 1));
    CompletableFuture<String> parked = CompletableFuture.completedFuture(below);
    t.log(depth, below, parked.isDone());
    return depth % 2 == 0 ? parked : CompletableFuture.completedFuture(below + depth);
  }

  @Async
  static CompletableFuture<Void> nothing(Trace t) {
    await(t.stage(1));
    return CompletableFuture.completedFuture(null);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (Service service : new Service[] {new Plain(t, "plain"), new Failing(t)}) {
      for (String text : new String[] {"", "ab", "abcd"}) {
        try {
          t.log("length", await(service.length(text)));
        } catch (IllegalStateException e) {
          t.log(e);
        }
        try {
          t.log("twice", await(service.twice(text)));
          t.log("length of twice", await(service.lengthOfTwice(text)));
        } catch (IOException | IllegalStateException e) {
          t.log(e);
        }
      }
    }
    t.log(await(direct(t, 4)));
    t.log(await(nothing(t)));
    return result();
  }
}
