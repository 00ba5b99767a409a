package io.jasyncio.benchmarks.echo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks all servers, one after the other, in rounds, and writes the tables. This process is the
 * client, which lives long and so is compiled; each server begins anew.
 */
public final class Echo {

  private Echo() {}

  /** See {@link Options}. */
  public static void main(String[] arguments) throws Exception {
    Options options = Options.parse(arguments);
    List<ServerForm> servers = servers(options);
    Map<Shape, Map<ServerForm, List<Measured>>> results = new EnumMap<>(Shape.class);
    for (int round = 1; round <= options.rounds(); round++) {
      if (round > 1) {
        // What drifts in the course of a round then hits both ends alike.
        Collections.reverse(servers);
      }
      for (Shape shape : requests(options)) {
        for (ServerForm server : servers) {
          Measured measured = measure(server, shape, options);
          System.out.printf(
              "round %d of %d, %s, %s: %,.0f requests a second, p99 %.0f µs, CPU %.1f µs%n",
              round,
              options.rounds(),
              shape.title,
              server.title,
              measured.requests(),
              measured.p99(),
              measured.cpu());
          results
              .computeIfAbsent(shape, key -> new EnumMap<>(ServerForm.class))
              .computeIfAbsent(server, key -> new ArrayList<>())
              .add(measured);
        }
      }
    }
    new EchoTable(results).writeTo(options.page(), options);
  }

  private static List<Shape> requests(Options options) {
    return Stream.of(Shape.values())
        .filter(shape -> options.requests().matcher(shape.name()).find())
        .toList();
  }

  private static List<ServerForm> servers(Options options) throws Exception {
    List<ServerForm> servers = new ArrayList<>(Arrays.asList(ServerForm.values()));
    servers.removeIf(server -> !options.servers().matcher(server.name()).find());
    for (ServerForm server : List.copyOf(servers)) {
      String missing = server.missing();
      if (missing != null) {
        System.out.println(server.title + " is left out: " + missing);
        servers.remove(server);
      }
    }
    return servers;
  }

  private static Measured measure(ServerForm form, Shape shape, Options options) throws Exception {
    try (ServerProcess server = new ServerProcess(form.command(options.javaOptions()));
        Client client = new Client(server.port(), options.connections(), shape)) {
      Latencies unused = client.runFor(options.warmUp());
      Duration before = server.cpu();
      long begin = System.nanoTime();
      Latencies latencies = client.runFor(options.measured());
      double seconds = (System.nanoTime() - begin) / 1e9;
      double cpu = server.cpu().minus(before).toNanos() / 1e3;
      return new Measured(
          latencies.total() / seconds,
          latencies.micros(0.5),
          latencies.micros(0.99),
          cpu / latencies.total());
    }
  }
}
