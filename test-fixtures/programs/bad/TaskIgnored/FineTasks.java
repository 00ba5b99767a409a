import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.taskGroup;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import io.jasyncio.Task;

final class FineTasks {
  @Async
  Coroutine<String> page(int number) {
    return result(await(sleep(Duration.ZERO, "page " + number)));
  }

  @Async
  Coroutine<Void> starts() {
    Task<String> task = createTask(page(1));
    await(gather(page(2), page(3)));
    createTask(page(4)).cancel();
    try (var group = taskGroup()) {
      group.createTask(page(5));
    }
    await(task);
    return result();
  }

  @SuppressWarnings("TaskIgnored")
  @Async
  Coroutine<Void> fireAndForget() {
    createTask(page(6));
    return result();
  }
}
