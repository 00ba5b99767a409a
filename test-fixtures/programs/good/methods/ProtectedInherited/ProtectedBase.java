package methods.elsewhere;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** The base class, in a package of its own. */
public abstract class ProtectedBase<T> {
  protected int field = 10;
  protected long wide = 1;
  protected T content;
  protected static int counter;
  protected final long[] array = {1};

  protected ProtectedBase(T content) {
    this.content = content;
  }

  protected String plain(String text) {
    return "plain:" + text;
  }

  protected static String staticPlain(int v) {
    return "static:" + v;
  }

  @Async
  protected Coroutine<T> inherited(Trace t, T value) {
    await(t.pause());
    return result(await(t.later(value)));
  }

  @Async
  protected static Coroutine<Integer> staticInherited(Trace t, int v) {
    return result(v * await(t.later(10)));
  }

  @Async
  protected Coroutine<T> overridden(Trace t, T value) {
    return result(await(inherited(t, value)));
  }

  @Async
  public Coroutine<T> template(Trace t) {
    return result(await(overridden(t, content)));
  }

  /** A nested class with a protected constructor. */
  protected static class Nested {
    public final int value;

    protected Nested(int value) {
      this.value = value;
    }
  }
}
