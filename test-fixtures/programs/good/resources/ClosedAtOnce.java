package resources;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import java.util.List;

/** What looks like the closing behind an empty try block: calls of a close() that is none. */
public class ClosedAtOnce {

  interface Door {
    void close() throws IOException;
  }

  @Async
  static Coroutine<Void> closeAll(List<Door> doors) {
    for (Door door : doors) {
      try {
        door.close();
      } catch (IOException e) {
      }
    }
    return result();
  }

  /** No AutoCloseable. */
  static class Room {
    private final Trace t;
    private final String name;

    Room(Trace t, String name) {
      this.t = t;
      this.name = name;
    }

    void close() {
      t.log("close", name);
      if (name.isEmpty()) {
        throw new IllegalStateException("no name");
      }
    }
  }

  private static final class Cellar {
    private final Trace t;

    private Cellar(Trace t) {
      this.t = t;
    }

    private void close() {
      t.log("close cellar");
    }
  }

  private static Room find(Trace t, String name) {
    return name == null ? null : new Room(t, name);
  }

  @Async
  static Coroutine<Integer> rooms(Trace t, String name) {
    int number = await(t.later(1));
    Room made = new Room(t, "made");
    made.close();
    Cellar cellar = new Cellar(t);
    cellar.close();
    Room found = find(t, name);
    if (found != null) found.close();
    try {
      Room failing = new Room(t, "");
      failing.close();
    } catch (IllegalStateException e) {
      t.log(e);
      number += await(t.later(2));
    }
    t.log(
        number
            + switch (number) {
              case 3 -> {
                Room above = new Room(t, "on the stack");
                above.close();
                yield await(t.later(4));
              }
              default -> 0;
            });
    return result(number);
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    t.log(await(rooms(t, "found")), await(rooms(t, null)));
    Door stuck =
        () -> {
          t.log("stuck");
          throw new IOException("stuck");
        };
    await(closeAll(List.of(() -> t.log("first"), stuck, () -> t.log("last"))));
    return result();
  }
}
