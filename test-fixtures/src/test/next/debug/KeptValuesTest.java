package io.jasyncio.fixtures.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jasyncio.Asyncio;
import io.jasyncio.Coroutine;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is kept alive that the source has dropped. Each method answers whether it is gone. */
final class KeptValuesTest {

  private static final Source KEPT =
      new Source(
          "kept/Kept.java",
          """
          package kept;

          import static io.jasyncio.Asyncio.*;

          import io.jasyncio.Coroutine;
          import io.jasyncio.Future;
          import io.jasyncio.Task;
          import io.jasyncio.annotations.Async;
          import java.lang.ref.WeakReference;
          import java.time.Duration;

          public class Kept {
            static WeakReference<Object> reference;

            static Object make() {
              Object made = new Object();
              reference = new WeakReference<>(made);
              return made;
            }

            static boolean gone() {
              for (int i = 0; i < 10 && reference.get() != null; i++) {
                System.gc();
              }
              return reference.get() == null;
            }

            @Async
            public static Coroutine<Boolean> usedOnlyBeforeTheAwait_goneWhileSuspended() {
              return whileSuspended(gate -> usedBefore(gate));
            }

            @Async
            static Coroutine<Integer> usedBefore(Future<Void> gate) {
              Object value = make();
              int hash = value.hashCode();
              await(gate);
              return result(hash);
            }

            @Async
            public static Coroutine<Boolean> parameterUsedOnlyBeforeTheAwait_goneWhileSuspended() {
              return whileSuspended(gate -> usesParameterBefore(make(), gate));
            }

            @Async
            static Coroutine<Integer> usesParameterBefore(Object value, Future<Void> gate) {
              int hash = value.hashCode();
              await(gate);
              return result(hash);
            }

            @Async
            public static Coroutine<Boolean> usedInTheFirstOfTwoAwaits_goneInTheSecond() {
              return whileSuspended(gate -> usedInFirst(gate));
            }

            @Async
            static Coroutine<Integer> usedInFirst(Future<Void> gate) {
              Object value = make();
              await(sleep(Duration.ZERO));
              int hash = value.hashCode();
              await(gate);
              return result(hash);
            }

            interface Starts {
              Coroutine<Integer> start(Future<Void> gate);
            }

            @Async
            static Coroutine<Boolean> whileSuspended(Starts starts) {
              Future<Void> gate = getRunningLoop().createFuture();
              Task<Integer> task = createTask(starts.start(gate));
              await(sleep(Duration.ZERO));
              await(sleep(Duration.ZERO));
              await(sleep(Duration.ZERO));
              boolean gone = gone() && !task.done();
              gate.setResult(null);
              await(task);
              return result(gone);
            }

            @Async
            public static Coroutine<Boolean> localSetToNull() {
              Object value = make();
              await(sleep(Duration.ZERO));
              value.hashCode();
              value = null;
              return result(gone());
            }

            @Async
            public static Coroutine<Boolean> parameterSetToNull() {
              boolean gone = await(dropsParameter(make()));
              return result(gone);
            }

            @Async
            public static Coroutine<Boolean> parameterOfTaskSetToNull() {
              Task<Boolean> task = createTask(dropsParameter(make()));
              boolean gone = await(task);
              return result(gone);
            }

            @Async
            static Coroutine<Boolean> dropsParameter(Object value) {
              await(sleep(Duration.ZERO));
              value.hashCode();
              value = null;
              return result(gone());
            }

            @Async
            public static Coroutine<Boolean> argumentOnTheOperandStack() {
              int hash = hash(make(), await(sleep(Duration.ZERO, 1)));
              return result(gone());
            }

            static int hash(Object value, int more) {
              return value.hashCode() + more;
            }
          }
          """);

  private static Class<?> kept;

  @BeforeAll
  static void compile() throws ClassNotFoundException {
    kept = Compiled.woven(List.of(KEPT)).load("kept.Kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usedOnlyBeforeTheAwait_goneWhileSuspended",
        "parameterUsedOnlyBeforeTheAwait_goneWhileSuspended",
        "usedInTheFirstOfTwoAwaits_goneInTheSecond",
        "localSetToNull",
        "parameterSetToNull",
        "parameterOfTaskSetToNull",
        "argumentOnTheOperandStack",
      })
  void dropped(String method) throws ReflectiveOperationException {
    Method story = kept.getMethod(method);

    assertEquals(true, Asyncio.run(() -> (Coroutine<?>) story.invoke(null)));
  }
}
