package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.List;

/**
 * An async generator fetches page after page, and only those that somebody reads; {@code for} is
 * Python's {@code async for}. A loop that ends early closes the generator first.
 */
public final class PagedResults {

  private PagedResults() {}

  @Async
  private static Coroutine<List<String>> fetchPage(int page) {
    await(sleep(Duration.ofMillis(10)));
    System.out.println("(page " + page + " is here)");
    return result(List.of("row " + (2 * page - 1), "row " + 2 * page));
  }

  @Async
  private static AsyncGenerator<String> rows() {
    try {
      for (int page = 1; ; page++) {
        for (String row : await(fetchPage(page))) {
          emit(row);
        }
      }
    } finally {
      await(sleep(Duration.ofMillis(10)));
      System.out.println("(connection closed)");
    }
  }

  @Async
  private static Coroutine<Void> main() {
    for (String row : rows()) {
      System.out.println(row);
      if (row.equals("row 3")) {
        break;
      }
    }
    System.out.println("the loop is over");

    List<String> odd = await(rows().filter(row -> !row.endsWith("2")).take(2).toList());
    System.out.println(odd);
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> main());
  }
}
