import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.toThread;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.io.InputStream;

final class Calls {
  interface Store {
    String read(String key) throws IOException;

    String write(String key, String value) throws IOException;

    String last();
  }

  @Async
  Coroutine<String> copy(Store store, InputStream in) throws IOException {
    // WARNING [ToThreadCandidate] 3 calls of Store go through toThread one by one: @ToThread on the
    String name = await(toThread(() -> store.read("name")));
    await(toThread(() -> store.write("name", name + "!")));
    // WARNING [ToThreadCandidate] or @ToThread(InputStream.class) on one of yours
    int first = await(toThread(in::read));
    int second = await(toThread(in::read));
    return result(await(last(store)) + first + second + await(toThread(() -> in.read())));
  }

  @Async
  static Coroutine<String> last(Store store) {
    return toThread(store::last);
  }
}
