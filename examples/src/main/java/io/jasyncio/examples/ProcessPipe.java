package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createSubprocessExec;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.taskGroup;
import static io.jasyncio.ProcessOptions.PIPE;

import io.jasyncio.Coroutine;
import io.jasyncio.ProcessOptions;
import io.jasyncio.StreamReader;
import io.jasyncio.StreamWriter;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.util.List;

/**
 * What the shell writes as {@code sort | uniq -c}, with this program in between: it feeds the first
 * process, carries the output of the first to the second, and prints what comes out.
 */
public final class ProcessPipe {

  private static final ProcessOptions PIPES =
      ProcessOptions.DEFAULT.withStdin(PIPE).withStdout(PIPE);

  private ProcessPipe() {}

  @Async
  static Coroutine<Void> count(List<String> words) throws IOException {
    try (var sort = await(createSubprocessExec(PIPES, "sort"));
        var counter = await(createSubprocessExec(PIPES, "uniq", "-c"));
        var group = taskGroup()) {
      group.createTask(feed(words, sort.stdin()));
      group.createTask(carry(sort.stdout(), counter.stdin()));
      for (String line : counter.stdout().lines()) {
        System.out.println(line.strip());
      }
      System.out.println(
          "ended with " + await(sort.waitAsync()) + " and " + await(counter.waitAsync()));
    }
    return result();
  }

  @Async
  private static Coroutine<Void> feed(List<String> words, StreamWriter writer) throws IOException {
    for (String word : words) {
      writer.write(word + "\n");
      await(writer.drain());
    }
    writer.writeEof();
    return result();
  }

  /** No faster than the second process reads. */
  @Async
  private static Coroutine<Void> carry(StreamReader reader, StreamWriter writer)
      throws IOException {
    for (byte[] data = await(reader.read(10_000));
        data.length > 0;
        data = await(reader.read(10_000))) {
      writer.write(data);
      await(writer.drain());
    }
    writer.writeEof();
    return result();
  }

  public static void main(String[] args) {
    run(() -> count(List.of("pear", "apple", "pear", "plum", "apple", "pear")));
  }
}
