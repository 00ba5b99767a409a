package resources;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import java.util.List;

/** Resources that are closed right where they come from, with nothing else on the stack. */
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

  @Async
  public static Coroutine<Void> run(Trace t) {
    Door stuck =
        () -> {
          t.log("stuck");
          throw new IOException("stuck");
        };
    await(closeAll(List.of(() -> t.log("first"), stuck, () -> t.log("last"))));
    return result();
  }
}
