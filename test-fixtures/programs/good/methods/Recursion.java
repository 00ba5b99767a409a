package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Recursive async methods: single, double, nested in arguments, with state on every level. */
public class Recursion {
  record Tree(int value, Tree left, Tree right) {}

  @Async
  static Coroutine<Long> factorial(Trace t, int n) {
    return result(n <= 1 ? 1L : n * await(factorial(t, n - 1)));
  }

  @Async
  static Coroutine<Integer> fibonacci(Trace t, int n) {
    if (n < 2) {
      return result(await(t.later(n)));
    }
    return result(await(fibonacci(t, n - 1)) + await(fibonacci(t, n - 2)));
  }

  @Async
  static Coroutine<Integer> ackermann(Trace t, int m, int n) {
    if (m == 0) {
      await(t.pause());
      return result(n + 1);
    }
    return result(
        n == 0
            ? await(ackermann(t, m - 1, 1))
            : await(ackermann(t, m - 1, await(ackermann(t, m, n - 1)))));
  }

  @Async
  static Coroutine<Tree> build(Trace t, int low, int high) {
    if (low > high) {
      return result(null);
    }
    int middle = (low + high) >>> 1;
    return result(
        new Tree(
            await(t.later(middle)),
            await(build(t, low, middle - 1)),
            await(build(t, middle + 1, high))));
  }

  @Async
  static Coroutine<String> walk(Trace t, Tree tree) {
    if (tree == null) {
      return result("");
    }
    return result(
        await(walk(t, tree.left())) + await(t.later(tree.value())) + await(walk(t, tree.right())));
  }

  @Async
  static Coroutine<Void> hanoi(Trace t, int n, char from, char over, char to) {
    if (n > 0) {
      await(hanoi(t, n - 1, from, to, over));
      t.log("move", n, from, to);
      await(t.pause());
      await(hanoi(t, n - 1, over, from, to));
    }
    return result();
  }

  @Async
  static Coroutine<List<List<Integer>>> permutations(Trace t, List<Integer> rest) {
    List<List<Integer>> all = new ArrayList<>();
    if (rest.isEmpty()) {
      all.add(List.of());
      return result(all);
    }
    for (Integer first : rest) {
      List<Integer> others = new ArrayList<>(rest);
      others.remove(first);
      for (List<Integer> tail : await(permutations(t, others))) {
        List<Integer> one = new ArrayList<>();
        one.add(await(t.later(first)));
        one.addAll(tail);
        all.add(one);
      }
    }
    return result(all);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(factorial(t, 15)), await(fibonacci(t, 7)), await(ackermann(t, 2, 2)));
    t.log(await(walk(t, await(build(t, 1, 7)))));
    await(hanoi(t, 3, 'a', 'b', 'c'));
    t.log(await(permutations(t, List.of(1, 2, 3))));
    return result();
  }
}
