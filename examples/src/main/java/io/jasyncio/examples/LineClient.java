package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.taskGroup;
import static io.jasyncio.Asyncio.toThread;

import io.jasyncio.Coroutine;
import io.jasyncio.StreamReader;
import io.jasyncio.StreamWriter;
import io.jasyncio.annotations.Async;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/**
 * Sends the lines of its standard input to a server, and prints those that come back: both at once,
 * each as a task. At the end of the input it closes its half of the connection and goes on reading.
 */
public final class LineClient {

  private final BufferedReader input;

  LineClient(BufferedReader input) {
    this.input = input;
  }

  @Async
  Coroutine<Void> talk(String host, int port) throws IOException {
    try (var connection = await(openConnection(host, port));
        var group = taskGroup()) {
      group.createTask(print(connection.reader()));
      group.createTask(send(connection.writer()));
    }
    return result();
  }

  @Async
  private Coroutine<Void> print(StreamReader reader) {
    for (String line : reader.lines()) {
      System.out.println("< " + line);
    }
    return result();
  }

  @Async
  private Coroutine<Void> send(StreamWriter writer) throws IOException {
    // Reading from a terminal blocks, so it has a thread of its own.
    for (String line = await(toThread(input::readLine));
        line != null;
        line = await(toThread(input::readLine))) {
      writer.write(line + "\n");
      await(writer.drain());
    }
    writer.writeEof();
    return result();
  }

  public static void main(String[] args) {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    run(() -> new LineClient(input).talk(args[0], Integer.parseInt(args[1])));
  }
}
