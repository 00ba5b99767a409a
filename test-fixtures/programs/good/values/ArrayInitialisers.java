package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Array initialisers of one and more dimensions, with awaits as elements and as dimensions. */
public class ArrayInitialisers {
  @Async
  static Coroutine<int[][]> grid(Trace t, int rows, int columns) {
    int[][] grid = new int[await(t.later(rows))][await(t.later(columns))];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < grid[r].length; c++) {
        grid[r][c] = await(t.later(10 * r + c));
      }
    }
    return result(grid);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    int[] flat = {1, await(t.later(2)), 3, await(t.later(4))};
    long[] wide = {await(t.later(1L)), 2, await(t.later(3)), 'd'};
    byte[] bytes = {(byte) 255, await(t.later((byte) 1)), 2};
    boolean[] flags = {await(t.later(1)) == 1, await(t.later(2)) == 1, true};
    t.log("flat", flat, wide, bytes, flags);
    int[][] jagged = {{1, await(t.later(2))}, {}, {await(t.later(3))}, null, flat};
    t.log("jagged", jagged);
    double[][][] cube = {{{await(t.later(0.5))}, {1}}, {{}, {2, await(t.later(3.5)), 4}}};
    t.log("cube", cube);
    t.log("grid", await(grid(t, 2, 3)));
    String[][] partial = new String[await(t.later(2))][];
    partial[await(t.later(1))] = new String[] {"x", await(t.later("y"))};
    t.log("partial", partial);
    long[][][] dims = new long[1][await(t.later(2))][t.note("last", 1)];
    dims[0][await(t.later(1))][0] = await(t.later(8L));
    dims[0][1][await(t.later(0))] <<= await(t.later(2));
    t.log("dims", dims);
    Object[] inner = {await(t.later("in"))};
    Object nested = new Object[] {new int[] {await(t.later(1))}, inner, new long[0]};
    t.log("nested", nested);
    t.log("indexed", new int[] {5, await(t.later(6))}[await(t.later(1))]);
    int[] withArrayInside = {new int[] {7, await(t.later(8))}[1], await(t.later(flat))[3]};
    t.log("inside", withArrayInside);
    try {
      int[][] negative = new int[await(t.later(2))][await(t.later(-1))];
      t.log("not reached", negative);
    } catch (NegativeArraySizeException e) {
      t.log(e);
    }
    return result();
  }
}
