import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;

import io.jasyncio.AsyncCallable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

final class FineUses {
  @Async
  Coroutine<String> page(int number) {
    return result("page " + number);
  }

  private static <T> T handThrough(T value) {
    return value;
  }

  @Async
  Coroutine<String> usesThem() {
    List<Coroutine<String>> pages = new ArrayList<>();
    pages.add(page(1));
    Coroutine<String> awaitedLater = page(2);
    var captured = page(3);
    Supplier<Coroutine<String>> supplier = () -> captured;
    Coroutine<String> task = page(4);
    createTask(task);
    await(page(5));
    Objects.requireNonNull(pages.get(0));
    handThrough(awaitedLater);
    var closed = page(6);
    closed.close();
    page(7).close();
    var unusedOnPurpose = page(8);
    Coroutine<String> assigned;
    assigned = page(9);
    await(assigned);
    return result(await(awaitedLater) + await(supplier.get()));
  }

  @Async
  Coroutine<Integer> inStreams(List<Integer> numbers) {
    var pages = numbers.stream().map(this::page).toList();
    pages.stream().filter(page -> page.hashCode() > 0).forEach(Coroutine::close);
    numbers.stream().map(String::valueOf);
    return result(await(gather(pages)).size());
  }

  void functionsThatReturnThem() {
    Supplier<Coroutine<String>> lambda = () -> page(1);
    AsyncCallable<String> reference = () -> page(2);
    run(reference);
    run(lambda.get());
    run(() -> page(3));
  }
}
