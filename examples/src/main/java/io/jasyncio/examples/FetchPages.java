package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.examples.ProgressBar.Style;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Fetches many pages at once over HTTP, with progress: the files of a directory, which a server in
 * the same program serves.
 *
 * <p>{@code await} takes the JDK's {@code HttpClient.sendAsync} as it is. Several fetchers share an
 * iterator, a list and a progress bar without a lock, for they all run on the loop's one thread.
 *
 * <p>Python's {@code await asyncio.gather(*(fetch_some(...) for _ in range(16)))}.
 */
public final class FetchPages {

  private static final int AT_ONCE = 16;
  private static final int SHOWN = 5;

  private record Page(String path, int size) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI site;
  private final PrintStream out;
  private final Style style;

  FetchPages(URI site, PrintStream out, Style style) {
    this.site = site;
    this.out = out;
    this.style = style;
  }

  @Async
  Coroutine<byte[]> fetch(String path) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(site.resolve(path)).build();
    HttpResponse<byte[]> response = await(client.sendAsync(request, BodyHandlers.ofByteArray()));
    if (response.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + response.statusCode());
    }
    return result(response.body());
  }

  /** Takes the next page, and the next, until the fetchers together have taken all. */
  @Async
  Coroutine<Void> fetchSome(Iterator<String> paths, List<Page> pages, ProgressBar progress)
      throws IOException {
    while (paths.hasNext()) {
      String path = paths.next();
      pages.add(new Page(path, await(fetch(path)).length));
      progress.advance();
    }
    return result();
  }

  @Async
  Coroutine<Void> main() throws IOException {
    List<String> paths = new String(await(fetch("/")), UTF_8).lines().toList();
    out.printf("%s lists %d pages%n", site, paths.size());

    long start = System.nanoTime();
    List<Page> pages = new ArrayList<>();
    Iterator<String> next = paths.iterator();
    ProgressBar progress = new ProgressBar(out, style, paths.size());
    List<Coroutine<Void>> fetchers = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      fetchers.add(fetchSome(next, pages, progress));
    }
    await(gather(fetchers));
    report(pages, Duration.ofNanos(System.nanoTime() - start));
    return result();
  }

  private void report(List<Page> pages, Duration time) {
    int bytes = pages.stream().mapToInt(Page::size).sum();
    out.printf("%d pages, %d bytes, %d ms. The largest:%n", pages.size(), bytes, time.toMillis());
    pages.stream()
        .sorted(comparing(Page::size).reversed().thenComparing(Page::path))
        .limit(SHOWN)
        .forEach(page -> out.printf("%8d  %s%n", page.size(), page.path()));
  }

  /**
   * Runs the example.
   *
   * @param args the directory to serve; the current one if there is none
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args.length > 0 ? args[0] : "");
    try (FileServer server = FileServer.start(root)) {
      FetchPages program = new FetchPages(server.address(), System.out, Style.ofThisProgram());
      run(() -> program.main());
    }
  }
}
