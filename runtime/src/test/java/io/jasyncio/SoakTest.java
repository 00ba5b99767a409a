package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.startServer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Many connections of all kinds at once: half of them idle, the others talking, resetting, closing
 * one half, reading slowly. Afterwards nothing is left: no task, connection or descriptor, and
 * every byte has come back.
 *
 * <p>{@code -Djasyncio.soak.connections=10000 -Djasyncio.soak.seconds=600} for the long run, which
 * needs 25,000 descriptors.
 */
class SoakTest {

  private static final int CONNECTIONS = Integer.getInteger("jasyncio.soak.connections", 100);
  private static final int SECONDS = Integer.getInteger("jasyncio.soak.seconds", 1);
  private static final long SEED = Long.getLong("jasyncio.soak.seed", 20);
  private static final int OPENED_AT_A_TIME = 200;
  private static final String HOST = "127.0.0.1";

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

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
  void nothingIsLeftAndEveryByteCameBack() {
    run(() -> soak());
    System.out.printf(
        "%d connections, %d s: %,d bytes there and back; sessions %s%n",
        CONNECTIONS, SECONDS, bytes, sessions);
    assertTrue(bytes > 0);
  }

  @Async
  private static Coroutine<Void> echo(StreamReader reader, StreamWriter writer) {
    try (writer) {
      for (byte[] data = await(reader.read(50_000));
          data.length > 0;
          data = await(reader.read(50_000))) {
        writer.write(data);
        await(writer.drain());
      }
    } catch (IOException reset) {
      // By intention of the client.
      return result();
    }
    return result();
  }

  @Async
  private Coroutine<Void> soak() throws IOException {
    List<String> reports = new ArrayList<>();
    EventLoop loop = Asyncio.getRunningLoop();
    loop.setExceptionHandler((on, context) -> reports.add(context.toString()));
    long before;
    var options = ServerOptions.DEFAULT.withBacklog(1000);
    try (var server = await(startServer(SoakTest::echo, HOST, 0, options))) {
      await(oneSession(server.port(), Kind.TALK));
      await(sleep(Duration.ofMillis(50)));
      before = descriptors();
      long end = loop.time() + Duration.ofSeconds(SECONDS).toNanos();
      List<Connection> idle = await(openIdle(server.port()));
      List<Coroutine<Void>> clients = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS / 2; i++) {
        clients.add(client(server.port(), end));
      }
      await(gather(clients));
      for (Connection connection : idle) {
        await(exchange(connection, 10, false));
        connection.writer().close();
      }
      while (server.connections() > 0) {
        await(sleep(Duration.ofMillis(1)));
      }
      await(sleep(Duration.ofMillis(50)));
      assertEquals(before, descriptors());
    }
    assertEquals(1, loop.allTasks().size(), "" + loop.allTasks());
    assertEquals(List.of(), reports);
    return result();
  }

  /** 0 where nobody tells. */
  private static long descriptors() throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return open.count();
    }
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
    while (Asyncio.getRunningLoop().time() < end) {
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
