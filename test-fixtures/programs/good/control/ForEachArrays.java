package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** For-each over arrays of every element type, the array awaited, awaits in the body. */
public class ForEachArrays {
  @Async
  static Coroutine<Void> small(Trace t) {
    for (boolean z : await(t.later(new boolean[] {true, false}))) {
      t.log(await(t.later(!z)), z);
    }
    for (byte b : new byte[] {1, await(t.later((byte) -2))}) {
      t.log(await(t.later(b)), b++, b);
    }
    for (char c : await(t.later("xyz")).toCharArray()) {
      t.log(await(t.later(c)), (char) (c + 1));
    }
    for (short s : await(t.later(new short[] {300}))) {
      t.log(await(t.later(s)), s);
    }
    for (int i : await(t.later(new int[] {}))) {
      t.log("not reached", i);
    }
    return result();
  }

  @Async
  static Coroutine<Double> wide(Trace t) {
    double sum = 0;
    for (int i : await(t.later(new int[] {1, 2, 3}))) {
      sum += await(t.later(i)) * i;
    }
    for (long l : new long[] {1L << 33, await(t.later(5L))}) {
      sum += await(t.later(l)) - l / 2;
    }
    for (float f : await(t.later(new float[] {0.5f}))) {
      sum += f * await(t.later(2));
    }
    for (double d : await(t.later(new double[] {0.25, 0.75}))) {
      if (d > await(t.later(0.5))) break;
      sum += d;
    }
    for (long widened : await(t.later(new int[] {7}))) {
      sum -= widened;
    }
    return result(sum);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    await(small(t));
    t.log(await(wide(t)));
    String[] words = {"a", null, "c"};
    for (String word : words) {
      // The array was read once: a new array in the variable changes nothing, an element does.
      words[2] = "changed";
      words = await(t.later(words)).clone();
      if (word == null) continue;
      t.log(word, await(t.later(word.length())));
    }
    for (int[] row : new int[][] {{1, 2}, {}, {3}}) {
      for (int v : row) {
        t.log(await(t.later(v)), row);
      }
    }
    for (Integer boxed : new int[] {1000}) {
      t.log(await(t.later(boxed)));
    }
    for (int unboxed : new Integer[] {5, 6}) {
      t.log(unboxed + await(t.later(1)));
    }
    for (var v : new Object[] {1, "s"}) {
      await(t.later(v));
    }
    return result();
  }
}
