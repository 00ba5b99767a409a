package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.jasyncio.AsyncCloseable;
import io.jasyncio.Connection;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A client of a Redis server in a hundred lines: its protocol, RESP, written and read as it is
 * described, with streams. Several commands may be sent before the first answer is read.
 */
public final class RedisCommands implements AsyncCloseable {

  private final Connection connection;

  private RedisCommands(Connection connection) {
    this.connection = connection;
  }

  @Async
  static Coroutine<RedisCommands> connect(String host, int port) throws IOException {
    return result(new RedisCommands(await(openConnection(host, port))));
  }

  /** Sends a command, and waits for its answer: a string, a number, a list, or null. */
  @Async
  Coroutine<Object> call(String... command) throws IOException {
    send(command);
    await(connection.writer().drain());
    return result(await(answer()));
  }

  /** Sends a command whose answer is read later, in turn. */
  void send(String... command) {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(("*" + command.length + "\r\n").getBytes(UTF_8));
    for (String word : command) {
      byte[] bytes = word.getBytes(UTF_8);
      request.writeBytes(("$" + bytes.length + "\r\n").getBytes(UTF_8));
      request.writeBytes(bytes);
      request.writeBytes("\r\n".getBytes(UTF_8));
    }
    connection.writer().write(request.toByteArray());
  }

  @Async
  Coroutine<Object> answer() throws IOException {
    String line = await(connection.reader().readline(UTF_8));
    if (!line.endsWith("\r\n")) {
      throw new IOException("The server has left");
    }
    String rest = line.substring(1, line.length() - 2);
    switch (line.charAt(0)) {
      case '+' -> {
        return result(rest);
      }
      case '-' -> throw new IOException(rest);
      case ':' -> {
        return result(Long.parseLong(rest));
      }
      case '$' -> {
        return result(await(text(Integer.parseInt(rest))));
      }
      case '*' -> {
        List<Object> list = new ArrayList<>();
        for (int i = Integer.parseInt(rest); i > 0; i--) {
          list.add(await(answer()));
        }
        return result(list);
      }
      default -> throw new IOException("This is not the protocol of Redis: " + line.strip());
    }
  }

  @Async
  private Coroutine<String> text(int length) throws IOException {
    if (length < 0) {
      return result(null);
    }
    byte[] bytes = await(connection.reader().readexactly(length + 2));
    return result(new String(bytes, 0, length, UTF_8));
  }

  @Override
  public Coroutine<Void> aclose() {
    return connection.aclose();
  }

  @Async
  static Coroutine<Void> main(String host, int port) throws IOException {
    try (var redis = await(connect(host, port))) {
      System.out.println(await(redis.call("SET", "jasyncio:greeting", "hello")));
      System.out.println(await(redis.call("GET", "jasyncio:greeting")));
      redis.send("DEL", "jasyncio:list");
      redis.send("RPUSH", "jasyncio:list", "one", "two", "three");
      redis.send("LRANGE", "jasyncio:list", "0", "-1");
      redis.send("DEL", "jasyncio:greeting", "jasyncio:list");
      await(redis.answer());
      System.out.println(await(redis.answer()));
      System.out.println(await(redis.answer()));
      System.out.println(await(redis.answer()));
      System.out.println(await(redis.call("GET", "jasyncio:greeting")));
    }
    return result();
  }

  public static void main(String[] args) {
    run(
        () ->
            main(
                args.length > 0 ? args[0] : "localhost",
                args.length > 1 ? Integer.parseInt(args[1]) : 6379));
  }
}
