package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.startServer;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.jasyncio.Connection;
import io.jasyncio.Coroutine;
import io.jasyncio.ServerOptions;
import io.jasyncio.StreamReader;
import io.jasyncio.StreamWriter;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that sends every line back, and many connections to it at once, all on one thread. With
 * 10000 for an argument it needs 20000 file descriptors: {@code ulimit -n 25000} first.
 */
public final class EchoServer {

  /** More than may come at once, so that none of them has to try again. */
  private static final int BACKLOG = 1000;

  private static final int AT_A_TIME = 500;

  private EchoServer() {}

  @Async
  private static Coroutine<Void> echo(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer) {
      for (String line : reader.lines()) {
        writer.write(line + "\n");
        await(writer.drain());
      }
    }
    return result();
  }

  @Async
  static Coroutine<Void> main(int count) throws IOException {
    var options = ServerOptions.DEFAULT.withBacklog(BACKLOG);
    try (var server = await(startServer(EchoServer::echo, "localhost", 0, options))) {
      List<Connection> connections = new ArrayList<>();
      while (connections.size() < count) {
        connections.addAll(
            await(gather(open(server.port(), Math.min(AT_A_TIME, count - connections.size())))));
      }
      System.out.println(connections.size() + " connections are open");
      List<Coroutine<Integer>> questions = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        questions.add(ask(connections.get(i), "line " + i));
      }
      int answers = await(gather(questions)).stream().mapToInt(Integer::intValue).sum();
      System.out.println(answers + " lines came back, each to its own");
      connections.forEach(connection -> connection.writer().close());
    }
    return result();
  }

  private static List<Coroutine<Connection>> open(int port, int count) throws IOException {
    List<Coroutine<Connection>> opening = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      opening.add(openConnection("localhost", port));
    }
    return opening;
  }

  /** 1 if the answer is the question. */
  @Async
  private static Coroutine<Integer> ask(Connection connection, String question) throws IOException {
    connection.writer().write(question + "\n");
    return result(await(connection.reader().readline(UTF_8)).equals(question + "\n") ? 1 : 0);
  }

  public static void main(String[] args) {
    run(() -> main(args.length > 0 ? Integer.parseInt(args[0]) : 100));
  }
}
