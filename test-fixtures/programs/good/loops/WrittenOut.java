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
import loops.AsyncForLoops.Steps;
/** The loops, written with {@code try} and {@code while}. */
final class WrittenOut implements AsyncForLoops.Shapes {

  @Override
  @Async
  public Coroutine<Integer> toTheEnd(Trace t, int limit) {
    int sum = 0;
    try (Steps s1 = new Steps(count(t, "all", limit))) {
      loop1:
      while (await(s1.step())) {
        int x = s1.value;
      sum += x;
      }
    }
    try (Steps s2 = new Steps(count(t, "empty body", 2))) {
      loop2:
      while (await(s2.step())) {
        int unused = s2.value;
      }
    }
    return result(sum);
  }

  @Override
  @Async
  public Coroutine<Integer> breaks(Trace t, int at, boolean failing) {
    int sum = 0;
    try (Steps s3 = new Steps(failing ? failing(t, "failing", 3) : count(t, "breaks", 3))) {
      loop3:
      while (await(s3.step())) {
        int x = s3.value;
      if (x == at) {
        t.log("breaking", await(t.later(x)));
        break loop3;
      }
      sum += x;
      if (x == 0) {
        continue loop3;
      }
      t.log("not zero", x);
      }
    }
    t.log("behind", sum);
    return result(sum);
  }

  @Override
  @Async
  public Coroutine<String> returns(Trace t, int at, boolean failing) throws IOException {
    String seen = "";
    try {
      try (Steps s4 = new Steps(failing ? failing(t, "failing", 3) : count(t, "returns", 3))) {
        loop4:
        while (await(s4.step())) {
          int x = s4.value;
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
    try (Steps s5 = new Steps(failing ? failing(t, "failing", 3) : count(t, "throws", 3))) {
      loop5:
      while (await(s5.step())) {
        int x = s5.value;
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
      try (Steps s6 = new Steps(count(t, "x", 3))) {
        loop6:
        while (await(s6.step())) {
          int x = s6.value;
        try (Steps s7 = new Steps(count(t, "y" + x, 3))) {
          loop7:
          while (await(s7.step())) {
            int y = s7.value;
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
        }
        sum += 10;
        }
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
        try (Steps s10 = new Steps(count(t, "catch", 3))) {
          loop10:
          while (await(s10.step())) {
            int x = s10.value;
          seen.append(x);
          if (x == 1) {
            break loop10;
          }
          }
        }
      } finally {
        try (Steps s11 = new Steps(count(t, "finally", 2))) {
          loop11:
          while (await(s11.step())) {
            int x = s11.value;
          seen.append(x);
          if (i == 1) {
            break loop11;
          }
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
      try (Steps s12 = new Steps(count(t, "loop", 3))) {
        loop12:
        while (await(s12.step())) {
          int x = s12.value;
        try (Counter inner = way == 4 ? null : failing(t, "inner", 1)) {
          if (way == 0) {
            return result(x + outer.name);
          }
          if (way == 1) {
            break loop12;
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
        try (Steps s13 = new Steps(count(t, "tangled", 4))) {
          loop13:
          while (await(s13.step())) {
            int x = s13.value;
          if (x == 2 && way == 0) {
            break done;
          } else if (x == 2 && way == 1) {
            break loop13;
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
    try (Steps s14 = new Steps(count(t, "once", nothing ? 0 : 2))) {
      loop14:
      while (await(s14.step())) {
        int x = s14.value;
      return result(x);
      }
    }
    double wide = 1.5;
    try (Steps s15 = new Steps(count(t, "twice", 2))) {
      loop15:
      while (await(s15.step())) {
        int x = s15.value;
      wide += await(t.later(x));
      break loop15;
      }
    }
    return result(wide);
  }
}
