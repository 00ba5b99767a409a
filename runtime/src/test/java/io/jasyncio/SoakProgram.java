package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.startServer;
import static io.jasyncio.Asyncio.toThread;

import io.jasyncio.annotations.Async;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The server of {@link SoakTest}, in a process of its own: as many descriptors again. It tells its
 * port, and whenever it is asked what is left when all connections have ended.
 */
final class SoakProgram {

  static final String UNEXPECTED = "unexpected: ";

  private SoakProgram() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    ChosenLoop.install(arguments);
    run(() -> serve());
  }

  @Async
  private static Coroutine<Void> serve() throws IOException {
    getRunningLoop()
        .setExceptionHandler((where, context) -> System.out.println(UNEXPECTED + context));
    var options = ServerOptions.DEFAULT.withBacklog(1000);
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Server server = await(startServer((r, w) -> echo(r, w), SoakTest.HOST, 0, options))) {
      System.out.println(server.port());
      while (await(toThread(questions::readLine)) != null) {
        while (server.connections() > 0) {
          await(sleep(Duration.ofMillis(1)));
        }
        await(sleep(Duration.ofMillis(50)));
        System.out.println(Left.here());
      }
    }
    return result();
  }

  @Async
  private static Coroutine<Void> echo(StreamReader reader, StreamWriter writer) {
    try (writer) {
      for (byte[] data = await(reader.read(50_000));
          data.length > 0;
          data = await(reader.read(50_000))) {
        writer.write(data);
        await(writer.drain());
      }
    } catch (IOException reset) {
      // By intention of the client.
      return result();
    }
    return result();
  }
}
