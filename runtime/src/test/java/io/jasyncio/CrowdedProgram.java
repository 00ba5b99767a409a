package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.startServer;

import io.jasyncio.annotations.Async;
import java.io.IOException;

/** An echo server that tells its port, and what its loop's exception handler is told. */
final class CrowdedProgram {

  private CrowdedProgram() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    ChosenLoop.install(arguments);
    run(() -> serve());
  }

  @Async
  private static Coroutine<Void> serve() throws IOException {
    EventLoop loop = getRunningLoop();
    loop.setExceptionHandler((where, context) -> System.out.println(context.message()));
    try (Server server = await(startServer((r, w) -> echo(r, w), "127.0.0.1", 0))) {
      System.out.println(server.port());
      await(server.serveForever());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> echo(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer) {
      for (byte[] line = await(reader.readline());
          line.length > 0;
          line = await(reader.readline())) {
        writer.write(line);
        await(writer.drain());
      }
    }
    return result();
  }
}
