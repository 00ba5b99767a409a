package io.jasyncio;

/**
 * A connection that {@link Asyncio#openConnection} has opened: the pair that {@code
 * asyncio.open_connection} returns. Leaving a try-with-resources block over it closes the writer
 * and waits until it is closed.
 *
 * <pre>{@code
 * try (var connection = await(openConnection("example.org", 80))) {
 *   connection.writer().write("GET / HTTP/1.0\r\n\r\n");
 *   System.out.println(await(connection.reader().readline(UTF_8)));
 * }
 * }</pre>
 *
 * @param reader what the other end sends
 * @param writer to the other end
 */
public record Connection(StreamReader reader, StreamWriter writer) implements AsyncCloseable {

  @Override
  public Coroutine<Void> aclose() {
    return writer.aclose();
  }

  @Override
  public Coroutine<Void> aclose(Throwable failure) {
    return writer.aclose(failure);
  }
}
