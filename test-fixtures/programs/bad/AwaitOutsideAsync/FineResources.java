import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCloseable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.io.StringReader;

final class FineResources {
  interface Connection extends AsyncCloseable {}

  @Async
  Coroutine<String> asyncResource(Coroutine<Connection> opening) {
    try (var connection = await(opening)) {
      return result(connection.toString());
    }
  }

  int plainResource() throws IOException {
    try (var reader = new StringReader("x")) {
      return reader.read();
    }
  }
}
