package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.waitFor;
import static io.jasyncio.flow.Structured.mapConcurrently;

import io.jasyncio.AsyncTimeoutException;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.flow.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds the ports of a machine on which somebody listens: two hundred attempts at a time, each with
 * a time limit, and a progress bar.
 */
public final class PortScanner {

  private static final int AT_A_TIME = 200;
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final String host;
  private final ProgressBar bar;

  PortScanner(String host, ProgressBar bar) {
    this.host = host;
    this.bar = bar;
  }

  /** The port, or null if nobody answers there. */
  @Async
  private Coroutine<Integer> probe(int port) {
    try (var connection = await(waitFor(openConnection(host, port), LIMIT))) {
      return result(connection.writer().isClosing() ? null : port);
    } catch (IOException | AsyncTimeoutException closed) {
      return result(null);
    }
  }

  @Async
  Coroutine<List<Integer>> scan(int first, int last) {
    List<Integer> ports = IntStream.rangeClosed(first, last).boxed().toList();
    List<Integer> found = await(mapConcurrently(AT_A_TIME, ports, this::probe, this::show));
    return result(found.stream().filter(Objects::nonNull).toList());
  }

  /** Called once at the start, and then for every port. */
  private void show(Progress progress) {
    if (progress.done() > 0) {
      bar.advance();
    }
  }

  public static void main(String[] args) {
    int first = Integer.parseInt(args[1]);
    int last = Integer.parseInt(args[2]);
    ProgressBar bar =
        new ProgressBar(
            System.out, ProgressBar.Style.ofThisProgram(), last - first + 1, "tried", "ports");
    System.out.println("open: " + run(() -> new PortScanner(args[0], bar).scan(first, last)));
  }
}
