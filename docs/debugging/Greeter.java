import static io.jasyncio.Asyncio.*;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;

class Greeter {

  @Async
  static Coroutine<String> greet(String name) {
    String polite = await(title(name)); // has its value at once
    await(sleep(Duration.ofSeconds(1))); // waits
    return result("hello " + polite);
  }

  @Async
  static Coroutine<String> title(String name) {
    return result("dear " + name);
  }

  @Async
  static Coroutine<Void> hello() {
    System.out.println(await(greet("world")));
    return result();
  }

  public static void main(String[] args) {
    run(hello());
  }
}
