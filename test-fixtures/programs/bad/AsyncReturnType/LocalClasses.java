import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class LocalClasses {
  enum Page {
    HOME {
      @Async
      // ERROR [AsyncReturnType] declare it as Coroutine<String>
      String text() {
        return "home";
      }
    }
  }

  final Object field =
      new Object() {
        @Async
        @SuppressWarnings("rawtypes")
        // ERROR [AsyncReturnType] a raw Coroutine does not
        Coroutine text() {
          return Coroutine.completed("field");
        }
      };

  Class<?> local() {
    class Local {
      class Member {
        @Async
        // ERROR [AsyncReturnType] declare it as Coroutine<Void>
        void text() {}
      }
    }
    return Local.Member.class;
  }
}
