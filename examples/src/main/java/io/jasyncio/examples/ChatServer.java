package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.startServer;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.jasyncio.Coroutine;
import io.jasyncio.StreamReader;
import io.jasyncio.StreamWriter;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A chat room: what one says, all others read. Who is in the room is a plain map without a lock, as
 * all of it runs on one thread.
 *
 * <p>Talk to it with {@code nc localhost 4000}, or with {@link LineClient}.
 */
public final class ChatServer {

  private final Map<String, StreamWriter> people = new LinkedHashMap<>();

  /** What the server does with each connection. */
  @Async
  Coroutine<Void> serve(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer) {
      writer.write("Your name?\n");
      String name = await(reader.readline(UTF_8)).strip();
      if (name.isEmpty() || people.putIfAbsent(name, writer) != null) {
        writer.write("This name is taken.\n");
        return result();
      }
      try {
        tellOthers(name, name + " has come");
        for (String line : reader.lines()) {
          tellOthers(name, name + ": " + line);
        }
      } finally {
        people.remove(name);
        tellOthers(name, name + " has gone");
      }
    }
    return result();
  }

  /** Whoever does not read in time is put out, so that nobody holds up the others. */
  private void tellOthers(String speaker, String text) {
    for (var person : people.entrySet()) {
      StreamWriter writer = person.getValue();
      if (!person.getKey().equals(speaker)) {
        writer.write(text + "\n");
        if (writer.transport().getWriteBufferSize() > 1_000_000) {
          writer.transport().abort();
        }
      }
    }
  }

  @Async
  private Coroutine<Void> main(int port) throws IOException {
    try (var server = await(startServer(this::serve, "localhost", port))) {
      System.out.println("Chat on port " + server.port());
      await(server.serveForever());
    }
    return result();
  }

  public static void main(String[] args) {
    run(() -> new ChatServer().main(args.length > 0 ? Integer.parseInt(args[0]) : 4000));
  }
}
