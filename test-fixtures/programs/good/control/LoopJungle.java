package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Loops with several ways in and out, awaits on some paths only, and values carried round. */
public class LoopJungle {
  @Async
  static Coroutine<String> scan(Trace t, String text) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    long sum = 0;
    char last = 0;
    loop:
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '(':
          depth++;
          if (depth > 2) {
            out.append(await(t.later("deep")));
            break loop;
          }
          continue loop;
        case ')':
          if (depth-- == 0) {
            await(t.later("unbalanced"));
            return result("error at " + i);
          }
          break;
        default:
          while (c >= '0' && c <= '9') {
            sum = sum * 10 + (c - '0');
            if (++i >= text.length()) {
              break loop;
            }
            c = text.charAt(i);
            if (c == '5') {
              sum += await(t.later(1000));
              continue;
            }
            if (last == '9') {
              break;
            }
            last = c;
          }
          if (c == ' ') {
            continue;
          }
          out.append(await(t.later(c))).append(sum);
          sum = 0;
      }
      last = c;
    }
    return result(out + "/" + depth + "/" + sum + "/" + (int) last);
  }

  @Async
  static Coroutine<Integer> fibonacci(Trace t, int n) {
    int a = 0;
    int b = 1;
    while (n-- > 0) {
      int next = a + b;
      if ((next & 1) == 0) {
        next = await(t.later(next));
      }
      a = b;
      b = next;
    }
    return result(a);
  }

  @Async
  static Coroutine<int[]> bubbleSort(Trace t, int[] values) {
    boolean swapped;
    do {
      swapped = false;
      for (int i = 1; i < values.length; i++) {
        if (await(t.later(values[i - 1])) > values[i]) {
          int v = values[i];
          values[i] = values[i - 1];
          values[i - 1] = v;
          swapped = true;
        }
      }
    } while (swapped);
    return result(values);
  }

  @Async
  static Coroutine<Integer> queens(Trace t, int n, int row, int columns, int left, int right) {
    if (row == n) {
      return result(1);
    }
    int count = 0;
    for (int free = ((1 << n) - 1) & ~(columns | left | right); free != 0; free &= free - 1) {
      int bit = free & -free;
      count += await(queens(t, n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1));
    }
    if (count > 0) {
      await(t.later(count));
    }
    return result(count);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (String text : List.of("12a", "(1(2(3", "a)b", ")", "1552 x9957y", "((5))z", "")) {
      t.log(text, await(scan(t, text)));
    }
    t.log(await(fibonacci(t, 12)));
    int[] sorted = await(bubbleSort(t, new int[] {3, 1, 2, 5, 4}));
    t.log(sorted);
    t.log("queens", await(queens(t, 5, 0, 0, 0, 0)));
    return result();
  }
}
