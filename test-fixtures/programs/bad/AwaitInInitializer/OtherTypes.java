import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class OtherTypes {
  enum Page {
    // ERROR [AwaitInInitializer] await in a constructor or initialiser
    HOME(await(Coroutine.completed("home"))),
    ABOUT("about") {
      // ERROR [AwaitInInitializer] await in a constructor or initialiser
      final String text = await(Coroutine.completed("x"));

      @Override
      public String toString() {
        return text;
      }
    };

    final String name;

    Page(String name) {
      this.name = name;
    }
  }

  interface Constant {
    // ERROR [AwaitInInitializer] await in a constructor or initialiser
    String TEXT = await(Coroutine.completed("x"));
  }

  @Async
  Coroutine<String> classesInABody(Coroutine<String> page) {
    class Local {
      // ERROR [AwaitInInitializer] await in a constructor or initialiser
      final String text = await(page);
    }
    Object anonymous =
        new Object() {
          {
            // ERROR [AwaitInInitializer] await in a constructor or initialiser
            System.out.println(await(page));
          }
        };
    return result(new Local().text + anonymous);
  }
}
