import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.List;

final class Statements {
  @Async
  Coroutine<String> page(int number) {
    return result(await(sleep(Duration.ZERO, "page " + number)));
  }

  @Async
  Coroutine<Void> starts(List<Integer> numbers) {
    // WARNING [TaskIgnored] nobody waits for what createTask starts
    createTask(page(1));
    // WARNING [TaskIgnored] nobody waits for what gather starts
    gather(page(2), page(3));
    for (int number : numbers) {
      // WARNING [TaskIgnored] keep it and await it, or start it in a task group
      createTask(page(number), "a name");
    }
    return result();
  }
}
