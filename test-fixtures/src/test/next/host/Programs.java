package io.jasyncio.fixtures.host;

/** Sources for more than one story. */
final class Programs {

  /** Suspends once, prints {@link #HELLO_OUTPUT}; documented, so that no lint has a complaint. */
  static final String HELLO =
      """
      import static io.jasyncio.Asyncio.await;
      import static io.jasyncio.Asyncio.result;
      import static io.jasyncio.Asyncio.run;
      import static io.jasyncio.Asyncio.sleep;

      import io.jasyncio.Coroutine;
      import io.jasyncio.annotations.Async;
      import java.time.Duration;
      import java.util.List;

      /** Greets. */
      public class Hello {

        /** What to say. */
        private final String greeting;

        /**
         * A greeter.
         *
         * @param greeting what to say
         */
        public Hello(String greeting) {
          this.greeting = greeting;
        }

        /**
         * Greets some people.
         *
         * @param <T> how they are given
         * @param names whom
         * @return the greeting
         */
        @Async
        public <T extends CharSequence> Coroutine<String> greet(List<T> names) {
          String start = await(sleep(Duration.ZERO, greeting));
          return result(start + ", " + names.get(0));
        }

        /**
         * Greets the world.
         *
         * @param arguments none
         */
        public static void main(String[] arguments) {
          System.out.println(run(new Hello("Hello").greet(List.of("world"))));
        }
      }
      """;

  /** What {@link #HELLO} prints. */
  static final String HELLO_OUTPUT = "Hello, world";

  private Programs() {}

  /** {@link #HELLO} in a package. */
  static String helloIn(String packageName) {
    return "package " + packageName + ";\n\n" + HELLO;
  }

  /** A class with one static async method {@code value()} that suspends. */
  static String value(String packageName, String className, String value) {
    return """
    package %s;

    import static io.jasyncio.Asyncio.await;
    import static io.jasyncio.Asyncio.result;
    import static io.jasyncio.Asyncio.sleep;

    import io.jasyncio.Coroutine;
    import io.jasyncio.annotations.Async;
    import java.time.Duration;

    public final class %s {
      private %2$s() {}

      @Async
      public static Coroutine<String> value() {
        await(sleep(Duration.ZERO));
        return result(%s);
      }
    }
    """
        .formatted(packageName, className, value);
  }
}
