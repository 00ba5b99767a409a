package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** A class is initialised before the arguments of its constructor, also when these are awaited. */
public class ClassInitOrder {
  // Initialisers run once per program run, and need a place to log to.
  static Trace trace;

  static int log(String text) {
    trace.log(text);
    return 1;
  }

  static class A {
    static int init = log("init A");

    A(Object x, int y) {
      trace.log("new A", x, y);
    }

    @Override
    public String toString() {
      return "an A";
    }
  }

  static class B extends BaseOfB implements InterfaceOfB {
    static int init = log("init B");

    B(int x) {
      super(x);
      trace.log("new B", x);
    }

    @Override
    public String toString() {
      return "a B";
    }
  }

  static class BaseOfB {
    static int init = log("init BaseOfB");

    BaseOfB(int x) {
      trace.log("new BaseOfB", x);
    }
  }

  interface InterfaceOfB {
    int INIT = log("init InterfaceOfB");

    default void method() {}
  }

  static class C {
    static final int CONSTANT = 5;
    static int init = log("init C");

    C(int x) {}

    static int answer(int x) {
      return x;
    }
  }

  static class D {
    static int init = log("init D");
    static int field = 3;

    D(Object o) {}
  }

  static class E {
    static int init = log("init E");

    E(Object... o) {}
  }

  static class F {
    static int init = log("init F");

    F(boolean b) {}
  }

  enum G {
    ONE(log("init G.ONE")),
    TWO(log("init G.TWO"));

    G(int x) {}
  }

  @Async
  static Coroutine<Integer> logged(Trace t, int v) {
    t.log("argument", v);
    await(t.pause());
    return result(v);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    trace = t;
    t.log("start");
    A a = new A(new B(await(logged(t, 1))), await(logged(t, 2)));
    t.log("again", new A(new B(await(logged(t, 3))), await(logged(t, 4))), a);
    t.log("a constant initialises nothing", C.CONSTANT + await(logged(t, 5)));
    t.log("a static method does, after its argument", C.answer(await(logged(t, 6))));
    D.field += await(logged(t, 7));
    t.log("a static field does, when read first", D.field);
    Object[] array = {new E[await(logged(t, 8))]};
    t.log("an array does not", array.length);
    new E(await(logged(t, 9)), new F(await(t.later(true))), await(logged(t, 10)));
    t.log("enum", G.valueOf(await(t.later("TWO"))));
    return result();
  }
}
