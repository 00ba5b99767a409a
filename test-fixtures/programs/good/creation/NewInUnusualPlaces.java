package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Creation with awaits in finally, catch, loops, array initialisers, asserts and lambdas' args. */
public class NewInUnusualPlaces {
  static final class Cell {
    static int made;
    final int id;
    Cell next;

    Cell(int id, Cell next) {
      made++;
      this.id = id;
      this.next = next;
    }

    @Override
    public String toString() {
      return next == null ? "" + id : id + ">" + next;
    }
  }

  @Async
  static Coroutine<Cell> list(Trace t, int n) {
    Cell head = null;
    for (int i = 0; i < n; i++) {
      head = new Cell(await(t.later(i)), head);
      if (i == 1) continue;
      head.next = new Cell(-i, new Cell(await(t.later(100 + i)), head.next));
    }
    return result(head);
  }

  @Async
  static Coroutine<String> parts(Trace t, boolean fail) {
    Cell cell = null;
    try {
      cell = new Cell(1, new Cell(await(t.later(2)), null));
      if (fail) throw new IllegalStateException(new String(await(t.later("message"))));
    } catch (IllegalStateException e) {
      cell = new Cell(await(t.later(3)), cell);
    } finally {
      cell = new Cell(await(t.later(4)), new Cell(5, cell));
    }
    return result(cell.toString());
  }

  @Async
  static Coroutine<Cell> recursive(Trace t, int n) {
    return result(n == 0 ? null : new Cell(await(t.later(n)), await(recursive(t, n - 1))));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Cell.made = 0;
    t.log(await(list(t, 4)), await(parts(t, false)), await(parts(t, true)), Cell.made);
    t.log(await(recursive(t, 4)));
    Cell[] cells = {new Cell(await(t.later(1)), null), null, new Cell(2, await(recursive(t, 1)))};
    t.log(cells[0], cells[1], cells[2]);
    cells[await(t.later(1))] = cells[0].next = new Cell(await(t.later(9)), cells[2]);
    t.log(cells[1] == cells[0].next, cells[0]);
    assert new Cell(await(t.later(1)), null).id == 1 : new Cell(await(t.later(2)), null);
    new Cell(1, null).next = new Cell(await(t.later(2)), null);
    int v = new Cell(1, null).id + new Cell(2, new Cell(await(t.later(3)), null)).next.id;
    t.log(v);
    Runnable r = new Thread(() -> t.log("ran"), await(t.later("name")));
    r.run();
    t.log(((Object) new Cell(await(t.later(1)), null)).toString());
    synchronized (new Object()) {
      t.log("held", new Cell(5, null));
    }
    t.log(Cell.made);
    return result();
  }
}
