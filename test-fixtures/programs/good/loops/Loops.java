package loops;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static loops.AsyncForLoops.count;
import static loops.AsyncForLoops.failing;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import loops.AsyncForLoops.Counter;

/** The loops, written with {@code for}. */
final class Loops implements AsyncForLoops.Shapes {

  @Override
  @Async
  public Coroutine<Integer> toTheEnd(Trace t, int limit) {
    int sum = 0;
    for (int x : count(t, "all", limit)) {
      sum += x;
    }
    for (int unused : count(t, "empty body", 2)) {}
    return result(sum);
  }

  @Override
  @Async
  public Coroutine<Integer> breaks(Trace t, int at, boolean failing) {
    int sum = 0;
    for (int x : failing ? failing(t, "failing", 3) : count(t, "breaks", 3)) {
      if (x == at) {
        t.log("breaking", await(t.later(x)));
        break;
      }
      sum += x;
      if (x == 0) {
        continue;
      }
      t.log("not zero", x);
    }
    t.log("behind", sum);
    return result(sum);
  }

  @Override
  @Async
  public Coroutine<String> returns(Trace t, int at, boolean failing) throws IOException {
    String seen = "";
    try {
      for (int x : failing ? failing(t, "failing", 3) : count(t, "returns", 3)) {
        try {
          if (x == at) {
            return result(seen + await(t.later(x)));
          }
          seen += x;
        } catch (IllegalStateException e) {
          t.log("must not be caught here", e);
        } finally {
          t.log("inner", await(t.later(x)));
        }
        if (x + 1 == at) {
          try {
            return result(x > 1 ? seen : "small");
          } finally {
            t.log("about to return");
          }
        }
      }
      return result("end " + seen);
    } catch (IllegalStateException e) {
      return result("caught " + e.getMessage() + await(t.later(seen)));
    } finally {
      t.log("outer", await(t.later(seen)));
    }
  }

  @Override
  @Async
  public Coroutine<String> throwsOut(Trace t, int at, boolean failing) throws IOException {
    long wide = 5L;
    String seen = "";
    for (int x : failing ? failing(t, "failing", 3) : count(t, "throws", 3)) {
      try {
        wide += await(t.later(x));
        if (x == at) {
          await(t.fail(new IOException("at " + x)));
        }
        if (x + 2 == at) {
          throw new IllegalArgumentException("before " + at);
        }
        seen += x;
      } catch (IllegalArgumentException e) {
        t.log("inside", e);
      }
    }
    return result(seen + wide);
  }

  @Override
  @Async
  public Coroutine<Integer> nested(Trace t, int way) {
    int sum = 0;
    outer:
    for (int round = 0; round < 2; round++) {
      sum += 100;
      for (int x : count(t, "x", 3)) {
        for (int y : count(t, "y" + x, 3)) {
          sum += y;
          if (x == 1 && y == 1) {
            switch (way) {
              case 0:
                break;
              case 1:
                continue outer;
              case 2:
                break outer;
              case 3:
                return result(-sum);
              default:
                sum++;
            }
            t.log("behind switch");
          }
        }
        sum += 10;
      }
    }
    return result(sum);
  }

  @Override
  @Async
  public Coroutine<String> inFinally(Trace t, int way) {
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      try {
        if (way == 1) {
          continue;
        }
        if (way == 2) {
          break;
        }
        if (way == 3) {
          await(t.fail(new IllegalStateException("three")));
        }
        seen.append('t');
      } catch (IllegalStateException e) {
        for (int x : count(t, "catch", 3)) {
          seen.append(x);
          if (x == 1) {
            break;
          }
        }
      } finally {
        for (int x : count(t, "finally", 2)) {
          seen.append(x);
          if (i == 1) {
            break;
          }
        }
      }
    }
    return result(seen.toString());
  }

  @Override
  @Async
  public Coroutine<Object> resources(Trace t, int way) throws IOException {
    try (var outer = count(t, "resource", 1)) {
      for (int x : count(t, "loop", 3)) {
        try (Counter inner = way == 4 ? null : failing(t, "inner", 1)) {
          if (way == 0) {
            return result(x + outer.name);
          }
          if (way == 1) {
            break;
          }
          if (way == 2) {
            throw new IOException("two");
          }
          t.log("inner is", inner == null);
        } catch (IllegalStateException e) {
          t.log("caught", e);
          if (x == 1) {
            return result('c');
          }
        }
      }
      t.log("end of loop");
    }
    return result(1L);
  }

  @Override
  @Async
  public Coroutine<Integer> tangled(Trace t, int way) {
    int sum = 0;
    done:
    {
      try {
        for (int x : count(t, "tangled", 4)) {
          if (x == 2 && way == 0) {
            break done;
          } else if (x == 2 && way == 1) {
            break;
          } else {
            sum += x;
          }
          while (sum < 10) {
            sum += 4;
            if (sum == 5 && way == 2) {
              break done;
            }
            if (way == 3) {
              continue;
            }
          }
          boolean last = x == 3 || way == 4 && x == 1;
          if (last) {
            break done;
          }
        }
        sum += 1000;
      } catch (IllegalStateException e) {
        t.log("not thrown", e);
      } finally {
        sum += 100;
        t.log("finally", await(t.later(sum)));
      }
    }
    return result(sum);
  }

  @Override
  @Async
  public Coroutine<Object> onlyOnce(Trace t, boolean nothing) {
    for (int x : count(t, "once", nothing ? 0 : 2)) {
      return result(x);
    }
    double wide = 1.5;
    for (int x : count(t, "twice", 2)) {
      wide += await(t.later(x));
      break;
    }
    return result(wide);
  }
}
