package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.toThread;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Many connections of all kinds at once, to a server in another process: half of them idle, the
 * others talking, resetting, closing one half, reading slowly. Afterwards nothing is left in either
 * process: no task, connection, descriptor or memory, and every byte has come back.
 *
 * <p>{@code -Djasyncio.soak.connections=10000 -Djasyncio.soak.seconds=600} for the long run, in
 * which each process needs 10,000 descriptors and some.
 */
class SoakTest {

  private static final int CONNECTIONS = Integer.getInteger("jasyncio.soak.connections", 100);
  private static final int SECONDS = Integer.getInteger("jasyncio.soak.seconds", 1);
  private static final long SEED = Long.getLong("jasyncio.soak.seed", 20);
  private static final int OPENED_AT_A_TIME = 200;
  static final String HOST = "127.0.0.1";

  /** What a client does with a connection. */
  private enum Kind {
    TALK,
    CLOSE_HALF,
    READ_SLOWLY,
    ABORT,
    RESET
  }

  private final Random random = new Random(SEED);
  private long bytes;
  private final EnumMap<Kind, Integer> sessions = new EnumMap<>(Kind.class);

  @Test
  void nothingIsLeftAndEveryByteCameBack() throws Exception {
    Process server = startServer();
    try (BufferedReader told = server.inputReader(UTF_8);
        BufferedWriter questions = server.outputWriter(UTF_8)) {
      int port = Integer.parseInt(told.readLine());
      BlockingCall<Left, IOException> ask =
          () -> {
            questions.write("what is left?\n");
            questions.flush();
            String answer = told.readLine();
            assertFalse(answer.startsWith(SoakProgram.UNEXPECTED), answer);
            return Left.parse(answer);
          };
      run(() -> soak(port, ask));
    } finally {
      server.destroyForcibly();
    }
    assertTrue(bytes > 0);
  }

  private static Process startServer() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(SoakProgram.class.getName());
    command.addAll(ChosenLoop.arguments());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @Async
  private Coroutine<Void> soak(int port, BlockingCall<Left, IOException> ask) throws IOException {
    List<String> reports = new ArrayList<>();
    EventLoop loop = getRunningLoop();
    loop.setExceptionHandler((on, context) -> reports.add(context.toString()));
    await(oneSession(port, Kind.TALK));
    Left serverBefore = await(toThread(ask));
    Left before = Left.here();

    long end = loop.time() + Duration.ofSeconds(SECONDS).toNanos();
    List<Connection> idle = await(openIdle(port));
    List<Coroutine<Void>> clients = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS / 2; i++) {
      clients.add(client(port, end));
    }
    await(gather(clients));
    for (Connection connection : idle) {
      await(exchange(connection, 10, false));
      connection.writer().close();
    }
    idle.clear();
    clients.clear();

    Left serverAfter = await(toThread(ask));
    await(sleep(Duration.ofMillis(50)));
    Left after = Left.here();
    System.out.printf(
        """
        %d connections, %d s: %,d bytes there and back; sessions %s
        descriptors, tasks, bytes of heap: clients %s, then %s; server %s, then %s
        """,
        CONNECTIONS, SECONDS, bytes, sessions, before, after, serverBefore, serverAfter);
    assertTrue(after.isNoMoreThan(before), before + ", then " + after);
    assertTrue(serverAfter.isNoMoreThan(serverBefore), serverBefore + ", then " + serverAfter);
    assertEquals(List.of(), reports);
    return result();
  }

  @Async
  private static Coroutine<List<Connection>> openIdle(int port) throws IOException {
    List<Connection> idle = new ArrayList<>();
    while (idle.size() < CONNECTIONS / 2) {
      List<Coroutine<Connection>> some = new ArrayList<>();
      for (int i = idle.size(); i < CONNECTIONS / 2 && some.size() < OPENED_AT_A_TIME; i++) {
        some.add(openConnection(HOST, port));
      }
      idle.addAll(await(gather(some)));
    }
    return result(idle);
  }

  @Async
  private Coroutine<Void> client(int port, long end) throws IOException {
    Kind[] kinds = Kind.values();
    while (getRunningLoop().time() < end) {
      await(oneSession(port, kinds[random.nextInt(kinds.length)]));
    }
    return result();
  }

  @Async
  private Coroutine<Void> oneSession(int port, Kind kind) throws IOException {
    sessions.merge(kind, 1, Integer::sum);
    var connection = await(openConnection(HOST, port));
    try (connection) {
      switch (kind) {
        case TALK -> {
          for (int i = random.nextInt(10); i >= 0; i--) {
            await(exchange(connection, 1 + random.nextInt(20_000), false));
          }
        }
        case READ_SLOWLY -> await(exchange(connection, 400_000, true));
        case CLOSE_HALF -> {
          byte[] data = randomBytes(random.nextInt(100_000));
          Task<Void> sending = createTask(sendAndClose(connection.writer(), data));
          assertEquals(checksum(data), checksum(await(connection.reader().read())));
          await(sending);
          bytes += data.length;
        }
        case ABORT, RESET -> {
          connection.writer().write(randomBytes(random.nextInt(100_000)));
          if (kind == Kind.RESET) {
            IoStory.resetWhenClosed(connection.writer());
          }
          await(sleep(Duration.ZERO));
          connection.writer().transport().abort();
        }
      }
    }
    return result();
  }

  @Async
  private static Coroutine<Void> sendAndClose(StreamWriter writer, byte[] data) throws IOException {
    writer.write(data);
    await(writer.drain());
    writer.writeEof();
    return result();
  }

  /** Sends some bytes while it reads as many, and compares them. */
  @Async
  private Coroutine<Void> exchange(Connection connection, int size, boolean slowly)
      throws IOException {
    byte[] data = randomBytes(size);
    Task<Void> sending = createTask(send(connection.writer(), data));
    CRC32 received = new CRC32();
    int left = size;
    while (left > 0) {
      byte[] some = await(connection.reader().read(slowly ? Math.min(left, 20_000) : left));
      assertTrue(some.length > 0, "the connection has ended");
      received.update(some);
      left -= some.length;
      if (slowly) {
        await(sleep(Duration.ofMillis(1)));
      }
    }
    await(sending);
    assertEquals(checksum(data), received.getValue());
    bytes += size;
    return result();
  }

  @Async
  private static Coroutine<Void> send(StreamWriter writer, byte[] data) throws IOException {
    writer.write(data);
    await(writer.drain());
    return result();
  }

  private byte[] randomBytes(int size) {
    byte[] data = new byte[size];
    random.nextBytes(data);
    return data;
  }

  private static long checksum(byte[] data) {
    CRC32 sum = new CRC32();
    sum.update(data);
    return sum.getValue();
  }
}
