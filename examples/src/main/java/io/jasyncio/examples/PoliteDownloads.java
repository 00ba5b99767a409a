package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.flow.Structured.mapConcurrently;
import static io.jasyncio.flow.Structured.retry;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.flow.Progress;
import io.jasyncio.flow.RateLimiter;
import io.jasyncio.flow.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A parallel map with manners: four downloads at a time, but no more than twenty begun in a second;
 * what fails is tried again after a pause; a bar shows how far it is.
 *
 * <p>The pages are made up, so that the example needs no network.
 */
public final class PoliteDownloads {

  private static final int PAGES = 20;
  private static final int AT_A_TIME = 4;

  private static final RetryPolicy PATIENT =
      RetryPolicy.attempts(3)
          .withBackoff(Duration.ofMillis(20), Duration.ofSeconds(1))
          .withRetryOn(failure -> failure instanceof IOException);

  private final RateLimiter limiter = new RateLimiter(20, Duration.ofSeconds(1));
  private final ProgressBar bar;

  /** The pages that have failed once. */
  private final Set<Integer> failed = new HashSet<>();

  PoliteDownloads(ProgressBar.Style style) {
    bar = new ProgressBar(System.out, style, PAGES);
  }

  @Async
  Coroutine<Integer> download(int page) throws IOException {
    await(limiter.acquire());
    await(sleep(Duration.ofMillis(10 + page % 3 * 10)));
    if (page % 7 == 3 && failed.add(page)) {
      throw new IOException("page " + page + ": try again");
    }
    return result(1000 * page);
  }

  @Async
  Coroutine<Void> main() {
    List<Integer> pages = IntStream.rangeClosed(1, PAGES).boxed().toList();
    List<Integer> sizes =
        await(
            mapConcurrently(
                AT_A_TIME, pages, page -> retry(PATIENT, () -> download(page)), this::show));
    int sum = sizes.stream().mapToInt(Integer::intValue).sum();
    System.out.println(sum + " bytes, " + failed.size() + " failures on the way");
    return result();
  }

  /** Called once at the start, and then for every page. */
  private void show(Progress progress) {
    if (progress.done() > 0) {
      bar.advance();
    }
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> new PoliteDownloads(ProgressBar.Style.ofThisProgram()).main());
  }
}
