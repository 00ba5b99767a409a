package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Sneaky;
import java.io.IOException;
import java.nio.charset.Charset;

/** The lines of a stream that are left, as text. */
record LineIterator(StreamReader reader, Charset charset) implements AsyncIterator<String> {

  @Override
  @Async
  public Coroutine<String> anext() {
    try {
      String line = await(reader.readline(charset));
      if (line.isEmpty()) {
        throw new StopAsyncIteration();
      }
      return result(withoutEnd(line));
    } catch (IOException broken) {
      throw Sneaky.raise(broken);
    }
  }

  private static String withoutEnd(String line) {
    int end = line.length();
    if (line.charAt(end - 1) == '\n') {
      end--;
      if (end > 0 && line.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return line.substring(0, end);
  }
}
