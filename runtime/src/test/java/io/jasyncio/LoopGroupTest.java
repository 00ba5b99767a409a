package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.runCoroutineThreadsafe;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class LoopGroupTest extends IoStory {

  private static final String HOST = "127.0.0.1";

  /** Answers each line with the number of the loop, and with the line's number on it. */
  private static ConnectionHandler counting(int loop) {
    return new Counter(loop)::serve;
  }

  private static final class Counter {

    private final int loop;

    /** Without a lock: only one loop uses it. */
    private int lines;

    private Thread thread;

    Counter(int loop) {
      this.loop = loop;
    }

    @Async
    Coroutine<Void> serve(StreamReader reader, StreamWriter writer) throws IOException {
      assertTrue(thread == null || thread == Thread.currentThread());
      thread = Thread.currentThread();
      try (writer) {
        for (String line : reader.lines()) {
          lines++;
          writer.write(line + " " + loop + " " + lines + "\n");
        }
      }
      return result();
    }
  }

  @Test
  void connections_areSpreadAndEachStaysOnItsLoop() throws Exception {
    try (LoopGroup group = LoopGroup.start(2)) {
      assertEquals(2, group.loops().size());
      assertNotSame(group.loops().get(0), group.loops().get(1));
      int port = group.serve(LoopGroupTest::counting, HOST, 0, ServerOptions.DEFAULT);
      Map<String, Integer> counts = run(() -> talk(port, 200));
      assertEquals(200, counts.values().stream().mapToInt(Integer::intValue).sum());
      assertEquals(2, counts.size(), "" + counts);
    }
  }

  /** How many connections each loop had. */
  @Async
  private static Coroutine<Map<String, Integer>> talk(int port, int connections)
      throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < connections; i++) {
      try (var connection = await(openConnection(HOST, port))) {
        connection.writer().write("one\ntwo\n");
        String first = await(connection.reader().readline(UTF_8));
        String second = await(connection.reader().readline(UTF_8));
        String[] words = first.strip().split(" ", -1);
        int number = Integer.parseInt(words[2]);
        assertEquals("two %s %d\n".formatted(words[1], number + 1), second);
        counts.merge(words[1], 1, Integer::sum);
      }
    }
    return result(counts);
  }

  private static int serveByHandingOver(LoopGroup group, ServerOptions options) throws Exception {
    return group.serveByHandingOver(group.make(LoopGroupTest::counting), HOST, 0, options);
  }

  /** It is not taken for the port's, as if that could not be shared: the function is asked once. */
  @Test
  void whatMakingAHandlerThrows_isThrownAtOnce() throws Exception {
    try (LoopGroup group = LoopGroup.start(2)) {
      List<Integer> asked = new CopyOnWriteArrayList<>();
      IntFunction<ConnectionHandler> refusing =
          number -> {
            asked.add(number);
            throw new UnsupportedOperationException("not today");
          };
      var thrown =
          assertThrows(
              UnsupportedOperationException.class,
              () -> group.serve(refusing, HOST, 0, ServerOptions.DEFAULT));
      assertEquals("not today", thrown.getMessage());
      assertEquals(List.of(0), asked);
    }
  }

  @Test
  void whereNoPortCanBeShared_connectionsAreHandedOverInTurn() throws Exception {
    try (LoopGroup group = LoopGroup.start(2)) {
      int port = serveByHandingOver(group, ServerOptions.DEFAULT);
      assertEquals(Map.of("0", 20, "1", 20), run(() -> talk(port, 40)));
    }
  }

  @Test
  void handedOverConnections_waitUntilTheirServerHasRoom() throws Exception {
    try (LoopGroup group = LoopGroup.start(2)) {
      ServerOptions one = ServerOptions.DEFAULT.withMaxConnections(1);
      int port = serveByHandingOver(group, one);
      run(() -> thirdWaits(port));
      expect("first 0", "second 1", "second 1", "third 0");
    }
  }

  @Async
  private Coroutine<Void> thirdWaits(int port) throws IOException {
    try (var first = await(openConnection(HOST, port));
        var second = await(openConnection(HOST, port));
        var third = await(openConnection(HOST, port))) {
      note("first " + await(loopOf(first)));
      note("second " + await(loopOf(second)));
      Task<String> waiting = createTask(loopOf(third));
      note("second " + await(loopOf(second)));
      assertFalse(waiting.done());
      await(first.aclose());
      note("third " + await(waiting));
    }
    return result();
  }

  /** The number of the loop that answers. */
  @Async
  private static Coroutine<String> loopOf(Connection connection) throws IOException {
    connection.writer().write("x\n");
    return result(await(connection.reader().readline(UTF_8)).split(" ", -1)[1]);
  }

  @Test
  void coroutines_runOnTheLoopsFromOutside() throws Exception {
    EventLoop loop;
    try (LoopGroup group = LoopGroup.start(1)) {
      loop = group.loops().get(0);
      assertEquals("jasyncio-loop-0", runCoroutineThreadsafe(threadName(), loop).get());
    }
    assertTrue(loop.isClosed());
    assertFalse(loop.isRunning());
  }

  @Async
  private static Coroutine<String> threadName() {
    assertTrue(getRunningLoop().isRunning());
    return result(Thread.currentThread().getName());
  }

  @Test
  void closedGroup_servesNoMore() throws Exception {
    int port;
    try (LoopGroup group = LoopGroup.start(2)) {
      port = group.serve(LoopGroupTest::counting, HOST, 0, ServerOptions.DEFAULT);
    }
    assertThrows(ConnectException.class, () -> run(() -> talk(port, 1)));
  }

  @Test
  void portOfOthers_isABindExceptionAndTheGroupGoesOn() throws Exception {
    try (LoopGroup group = LoopGroup.start(2);
        ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertThrows(
          BindException.class,
          () ->
              group.serve(
                  LoopGroupTest::counting, HOST, other.getLocalPort(), ServerOptions.DEFAULT));
      int port = group.serve(LoopGroupTest::counting, HOST, 0, ServerOptions.DEFAULT);
      assertEquals(1, run(() -> talk(port, 1)).size());
    }
  }

  @Test
  void groupWithoutLoops_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> LoopGroup.start(0));
  }
}
