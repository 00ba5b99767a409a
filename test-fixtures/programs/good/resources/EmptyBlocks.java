package resources;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCloseable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** try-with-resources without statements inside: javac writes no handler for its failures. */
public class EmptyBlocks {

  static final class Resource implements AsyncCloseable {
    private final Trace t;
    private final String name;
    private final boolean failing;

    Resource(Trace t, String name, boolean failing) {
      this.t = t;
      this.name = name;
      this.failing = failing;
    }

    @Override
    @Async
    public Coroutine<Void> aclose() {
      t.log("closing", await(t.later(name)));
      if (failing) {
        throw new IllegalStateException(name);
      }
      return result();
    }
  }

  private static Resource resource(Trace t, String name, boolean failing) {
    return name.isEmpty() ? null : new Resource(t, name, failing);
  }

  @Async
  static Coroutine<Void> one(Trace t, boolean failing) {
    try (Resource a = new Resource(t, "a", failing)) {
    }
    t.log("behind");
    return result();
  }

  @Async
  static Coroutine<Void> maybeNone(Trace t, String name) {
    int kept = await(t.later(name.length()));
    try (Resource a = resource(t, name, kept > 1)) {
      // Nothing.
    } catch (IllegalStateException e) {
      t.log("caught", e, await(t.later(kept)));
    } finally {
      t.log("finally", await(t.later(kept)));
    }
    return result();
  }

  @Async
  static Coroutine<Void> several(Trace t, boolean firstFails, boolean secondFails) {
    try (Resource a = new Resource(t, "a", firstFails);
        Resource none = resource(t, "", false);
        Resource b = resource(t, await(t.later("b")), secondFails)) {
    }
    return result();
  }

  @Async
  static Coroutine<Void> given(Trace t, Resource resource) {
    for (int i = 0; i < 2; i++) {
      try (resource) {
        continue;
      } finally {
        try (resource) {
        }
      }
    }
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    for (boolean failing : new boolean[] {false, true}) {
      try {
        await(one(t, failing));
      } catch (IllegalStateException e) {
        t.log(e);
      }
      for (boolean secondFails : new boolean[] {false, true}) {
        try {
          await(several(t, failing, secondFails));
        } catch (IllegalStateException e) {
          t.log(e);
        }
      }
    }
    await(maybeNone(t, ""));
    await(maybeNone(t, "x"));
    await(maybeNone(t, "xy"));
    await(given(t, new Resource(t, "given", false)));
    return result();
  }
}
