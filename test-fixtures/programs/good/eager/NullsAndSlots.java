package eager;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static java.util.concurrent.CompletableFuture.completedFuture;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Null in locals and on the stack, variables that share a slot or have no value yet, arrays. */
public class NullsAndSlots {

  /** A constant null has a type of its own, which no frame can name. */
  @Async
  static CompletableFuture<String> nullLocals(Trace t, CompletionStage<String> stage) {
    String none = null;
    String same = none;
    int zero = 0;
    try {
      String got = await(stage);
      t.log(none, same, zero, got);
      return completedFuture(same == null ? "null" : same.trim());
    } catch (IllegalStateException e) {
      t.log("caught", none, zero, e);
      return completedFuture("failed");
    }
  }

  private static String join(Object first, String second, Object third) {
    return first + "/" + second + "/" + third;
  }

  @Async
  static CompletableFuture<String> nullOnStack(Trace t) {
    String none = null;
    String text = join(null, none, await(t.stage("a")));
    text += join(await(t.stage((Object) null)), null, none);
    text += join(none, await(t.stage("b")), (Integer) null);
    return completedFuture(text);
  }

  @Async
  static CompletableFuture<Void> onlyNulls(Trace t) {
    String text = null;
    long wide = 5;
    await(t.stage(text));
    await(null == text ? t.stage(wide) : null);
    return completedFuture(null);
  }

  @Async
  static CompletableFuture<Integer> sameNames(Trace t) {
    int sum = 0;
    {
      String a = "a1";
      long b = 1L;
      t.log(a, b);
    }
    sum += await(t.stage(1));
    {
      double a = 2.5;
      sum += (int) a;
      sum += await(t.stage(10));
      String b = "b" + a;
      t.log(b);
    }
    for (int a = 0; a < 2; a++) {
      sum += a + await(t.stage(100));
    }
    for (String a : new String[] {"x", await(t.stage("yz"))}) {
      sum += a.length() + await(t.stage(1000));
    }
    return completedFuture(sum);
  }

  /** Assigned on one way only, and again before it is read. */
  @Async
  static CompletableFuture<Integer> unassigned(Trace t, int a) {
    int x;
    String text;
    if (a == 1) {
      x = 2;
      text = "two";
      t.log(x, text);
    }
    await(t.stage(a));
    x = 3;
    if (a > 1) {
      text = "later" + await(t.stage(x));
    } else {
      text = "";
    }
    return completedFuture(x + text.length());
  }

  @Async
  static CompletableFuture<String> arrays(Trace t, int... sizes) {
    Object[] outer = new Object[sizes.length];
    int[][] grid = new int[await(t.stage(2))][sizes[0]];
    byte[] bytes = null;
    for (int i = 0; i < sizes.length; i++) {
      int[] row = new int[sizes[i]];
      Arrays.fill(row, await(t.stage(i)));
      outer[i] = row.length > 1 ? row : new long[] {await(t.stage(7L)), i};
      grid[i % 2][0] += row[0] + await(t.stage(1));
      bytes = i == 0 ? bytes : new byte[] {(byte) await(t.stage(i)).intValue()};
    }
    return completedFuture(
        Arrays.deepToString(outer) + Arrays.deepToString(grid) + Arrays.toString(bytes));
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    t.log(await(nullLocals(t, t.stage("x"))));
    t.log(await(nullLocals(t, t.failStage(new IllegalStateException("y")))));
    t.log(await(nullOnStack(t)));
    t.log(await(onlyNulls(t)));
    t.log(await(sameNames(t)));
    for (int a = 0; a < 3; a++) {
      t.log(await(unassigned(t, a)));
    }
    t.log(await(arrays(t, 1, 2, 3)));
    return result();
  }
}
