import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.toThread;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class FineCalls {
  interface Store {
    String read(String key);

    String last();
  }

  /** Its facade could not name it. */
  private static final class Hidden {
    String read() {
      return "hidden";
    }
  }

  @Async
  Coroutine<String> twoAreNotMany(Store store) {
    return result(await(toThread(() -> store.read("name"))) + await(toThread(store::last)));
  }

  @Async
  Coroutine<Long> staticMethods(Path file) throws IOException {
    long size = await(toThread(() -> Files.size(file)));
    size += await(toThread(() -> Files.size(file)));
    return result(size + await(toThread(() -> Files.size(file))));
  }

  @Async
  Coroutine<String> workOfSeveralCalls(Store store) {
    String all = await(toThread(() -> store.read("a") + store.read("b")));
    all += await(toThread(() -> store.read("c") + store.last()));
    return result(all + await(toThread(() -> "last " + store.last())));
  }

  @Async
  Coroutine<String> noFacadePossible() {
    Hidden hidden = new Hidden();
    String all = await(toThread(hidden::read)) + await(toThread(hidden::read));
    return result(all + await(toThread(() -> hidden.read())));
  }

  @Async
  Coroutine<String> otherObjects(Path path) {
    String all = await(toThread(path::toString));
    return result(all + await(toThread(() -> path.getFileName())));
  }

  @Async
  @SuppressWarnings("ToThreadCandidate")
  Coroutine<String> silenced(StringBuilder text) {
    await(toThread(() -> text.append("a")));
    await(toThread(() -> text.append("b")));
    return result(await(toThread(() -> text.append("c").toString())) + await(toThread(text::toString)));
  }
}
