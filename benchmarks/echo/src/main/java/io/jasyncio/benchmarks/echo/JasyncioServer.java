package io.jasyncio.benchmarks.echo;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.startServer;

import io.jasyncio.Coroutine;
import io.jasyncio.Server;
import io.jasyncio.StreamReader;
import io.jasyncio.StreamWriter;
import io.jasyncio.annotations.Async;
import io.jasyncio.netty.NettyLoop;
import java.io.IOException;

/** Streams, on the usual loop or on Netty's. */
final class JasyncioServer {

  private JasyncioServer() {}

  public static void main(String[] arguments) {
    if (arguments[0].equals("netty")) {
      NettyLoop.install();
    }
    run(() -> serve());
  }

  @Async
  private static Coroutine<Void> serve() throws IOException {
    try (Server server = await(startServer((r, w) -> echo(r, w), "127.0.0.1", 0))) {
      System.out.println(server.port());
      await(server.serveForever());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> echo(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer) {
      byte[] line = await(reader.readline());
      while (line.length > 0) {
        writer.write(line);
        await(writer.drain());
        line = await(reader.readline());
      }
    }
    return result();
  }
}
