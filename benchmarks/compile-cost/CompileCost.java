import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the processor adds to the time of a compilation: a made-up project of 1,000 async methods,
 * compiled by javac with the processor and, the same sources, without.
 *
 * <pre>
 * mvn package -DskipTests
 * java benchmarks/compile-cost/CompileCost.java [rounds]
 * </pre>
 *
 * <p>Run it from the root of the repository. The rounds are interleaved, and every other one starts
 * with the processor, so that a disturbance of the machine meets both sides alike.
 */
final class CompileCost {

  private static final int CLASSES = 100;
  private static final int METHODS_PER_CLASS = 10;

  private final Path sources;
  private final String library = jar("runtime") + File.pathSeparator + jar("annotations");
  private final Path processor = jar("processor");

  private CompileCost(Path sources) {
    this.sources = sources;
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
    Path directory = Files.createTempDirectory("compile-cost");
    try {
      CompileCost cost = new CompileCost(directory.resolve("src"));
      cost.writeProject();
      System.out.printf(
          "%d methods in %d classes, %d lines; Java %s, %d processors, %d rounds%n%n",
          CLASSES * METHODS_PER_CLASS,
          CLASSES,
          cost.lines(),
          Runtime.version(),
          Runtime.getRuntime().availableProcessors(),
          rounds);
      System.out.println("|  | without | with | ratio | per async method |");
      System.out.println("|---|---|---|---|---|");
      cost.measure("a javac process, elapsed", "CPU", 1, rounds, cost::process);
      cost.measure("warm javac, elapsed", "CPU of its thread", 10, rounds, cost::inProcess);
    } finally {
      delete(directory);
    }
  }

  // Measuring

  /** Elapsed and CPU time of one compilation, in milliseconds. */
  private record Time(double elapsed, double cpu) {}

  private interface Compilation {
    Time run(boolean weaving, Path out) throws Exception;
  }

  private void measure(String elapsed, String cpu, int warmUps, int rounds, Compilation compilation)
      throws Exception {
    Map<Boolean, List<Time>> times = new LinkedHashMap<>();
    times.put(false, new ArrayList<>());
    times.put(true, new ArrayList<>());
    for (int round = -warmUps; round < rounds; round++) {
      boolean first = round % 2 == 0;
      for (boolean weaving : new boolean[] {first, !first}) {
        Path out = Files.createTempDirectory("compile-cost-out");
        Time time = compilation.run(weaving, out);
        delete(out);
        if (round >= 0) {
          times.get(weaving).add(time);
        }
      }
    }
    print(elapsed, of(times.get(false), Time::elapsed), of(times.get(true), Time::elapsed));
    print(cpu, of(times.get(false), Time::cpu), of(times.get(true), Time::cpu));
  }

  private static double[] of(List<Time> times, java.util.function.ToDoubleFunction<Time> part) {
    return times.stream().mapToDouble(part).toArray();
  }

  private static void print(String what, double[] without, double[] with) {
    // A round's two compilations share the machine's mood: the ratio is taken inside each round.
    double[] ratios = new double[with.length];
    double[] each = new double[with.length];
    for (int i = 0; i < with.length; i++) {
      ratios[i] = with[i] / without[i];
      each[i] = (with[i] - without[i]) / (CLASSES * METHODS_PER_CLASS);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s ms | %s ms | %s | %s ms |%n",
        what,
        spread("%.0f", without),
        spread("%.0f", with),
        spread("%.2f", ratios),
        spread("%.2f", each));
  }

  /** The median, and in brackets the quartiles around it. */
  private static String spread(String format, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        format + " (" + format + " to " + format + ")",
        sorted[sorted.length / 2],
        sorted[sorted.length / 4],
        sorted[sorted.length * 3 / 4]);
  }

  // Compiling

  private Time process(boolean weaving, Path out) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(options(weaving, out));
    command.addAll(files().stream().map(Path::toString).toList());
    Path messages = Files.createTempFile("compile-cost", ".txt");
    double cpu = childrensCpu();
    long start = System.nanoTime();
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(messages.toFile())
            .start()
            .waitFor();
    double elapsed = (System.nanoTime() - start) / 1e6;
    String said = Files.readString(messages);
    Files.delete(messages);
    if (status != 0) {
      throw new IllegalStateException(said);
    }
    return new Time(elapsed, childrensCpu() - cpu);
  }

  /** User and system time of the processes that this one waited for; nothing but Linux tells it. */
  private static double childrensCpu() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    if (!Files.exists(stat)) {
      return Double.NaN;
    }
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    double millisPerTick = 10;
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * millisPerTick;
  }

  private Time inProcess(boolean weaving, Path out) throws Exception {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    double cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    long start = System.nanoTime();
    boolean succeeded;
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      succeeded =
          javac
              .getTask(
                  messages,
                  manager,
                  null,
                  options(weaving, out),
                  null,
                  manager.getJavaFileObjectsFromPaths(files()))
              .call();
    }
    double elapsed = (System.nanoTime() - start) / 1e6;
    if (!succeeded) {
      throw new IllegalStateException(messages.toString());
    }
    return new Time(
        elapsed, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6 - cpu);
  }

  private List<String> options(boolean weaving, Path out) {
    List<String> options = new ArrayList<>(List.of("-g", "-cp", library, "-d", out.toString()));
    options.addAll(
        weaving ? List.of("--processor-path", processor.toString()) : List.of("-proc:none"));
    return options;
  }

  private static Path jar(String module) {
    Path target = Path.of(module, "target").toAbsolutePath();
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("jasyncio-" + module + "-[^-]+(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow();
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "no jar in " + target + ": run `mvn package -DskipTests` in the root first", e);
    }
  }

  // The project

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private long lines() throws IOException {
    long lines = 0;
    for (Path file : files()) {
      lines += Files.readAllLines(file).size();
    }
    return lines;
  }

  private void writeProject() throws IOException {
    for (int i = 0; i < CLASSES; i++) {
      Path file = sources.resolve("shop/part%d/Service%d.java".formatted(i / 10, i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, service(i));
    }
  }

  /** Ten methods of ten kinds; the services of a package call each other. */
  private static String service(int number) {
    int neighbour = number / 10 * 10 + (number + 1) % 10;
    return SERVICE
        .replace("$PART", String.valueOf(number / 10))
        .replace("$NEIGHBOUR", String.valueOf(neighbour))
        .replace("$NUMBER", String.valueOf(number));
  }

  private static final String SERVICE =
      """
      package shop.part$PART;

      import static io.jasyncio.Asyncio.*;

      import io.jasyncio.Coroutine;
      import io.jasyncio.Task;
      import io.jasyncio.annotations.Async;
      import java.io.IOException;
      import java.time.Duration;
      import java.util.ArrayList;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;

      public class Service$NUMBER {
        private final Map<String, Integer> stock = new HashMap<>();
        private int retries;

        record Item(String name, int price) {}

        @Async
        public Coroutine<Integer> price(String item) {
          await(sleep(Duration.ZERO));
          return result(stock.getOrDefault(item, $NUMBER));
        }

        @Async
        public Coroutine<Integer> total(List<String> items) {
          int total = 0;
          for (String item : items) {
            total += await(price(item));
          }
          return result(total);
        }

        @Async
        public Coroutine<String> fetch(String path, Service$NEIGHBOUR other) throws IOException {
          try {
            int price = await(price(path));
            int theirs = await(other.price(path));
            return result(path + ": " + Math.min(price, theirs));
          } catch (IllegalStateException e) {
            await(sleep(Duration.ofMillis(retries++)));
            throw new IOException(path, e);
          }
        }

        @Async
        public Coroutine<List<Item>> catalogue(int pages) {
          List<Item> items = new ArrayList<>();
          for (int page = 0; page < pages; page++) {
            for (String name : await(names(page))) {
              if (name.isEmpty()) {
                continue;
              }
              items.add(new Item(name, await(price(name))));
            }
          }
          return result(items);
        }

        @Async
        static Coroutine<List<String>> names(int page) {
          String text = await(sleep(Duration.ZERO, "a b c " + page));
          return result(List.of(text.split(" ")));
        }

        @Async
        public Coroutine<Integer> together(List<String> items) {
          List<Task<Integer>> tasks = new ArrayList<>();
          for (String item : items) {
            tasks.add(createTask(price(item)));
          }
          int sum = 0;
          for (int price : await(gather(tasks))) {
            sum += price;
          }
          return result(sum);
        }

        @Async
        public Coroutine<Boolean> order(String item, int count) throws IOException {
          String receipt = null;
          for (int attempt = 0; receipt == null; attempt++) {
            try {
              receipt = await(fetch(item, new Service$NEIGHBOUR()));
            } catch (IOException e) {
              if (attempt == 3) {
                throw e;
              }
              await(sleep(Duration.ofMillis(1L << attempt)));
            } finally {
              stock.merge(item, -count, Integer::sum);
            }
          }
          return result(await(price(receipt)) > count);
        }

        @Async
        public Coroutine<String> describe(Object thing) {
          String text =
              switch (String.valueOf(thing)) {
                case "price" -> "price " + await(price("price"));
                case "names" -> await(names(1)).toString();
                default -> {
                  int total = await(total(List.of("a", "b")));
                  yield total > 10 ? "dear" : "cheap " + await(price("c"));
                }
              };
          return result(text);
        }

        @Async
        public Coroutine<Long> worker(List<Runnable> jobs, long limit) {
          long done = 0;
          while (true) {
            Runnable job = jobs.isEmpty() ? null : jobs.remove(0);
            if (job == null || done >= limit) {
              return result(done);
            }
            await(sleep(Duration.ZERO));
            job.run();
            done += await(price("job")) > 0 ? 1 : 2;
          }
        }

        @Async
        public static Coroutine<double[]> statistics(double[] values, float scale) {
          double sum = 0;
          long count = values.length;
          for (double value : values) {
            sum += value * scale;
          }
          await(sleep(Duration.ZERO));
          double mean = sum / count;
          double variance = 0;
          for (double value : values) {
            variance += (value - mean) * (value - mean);
          }
          return result(new double[] {mean, variance / await(sleep(Duration.ZERO, count))});
        }
      }
      """;

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
