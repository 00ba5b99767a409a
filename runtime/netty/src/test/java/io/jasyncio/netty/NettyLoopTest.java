package io.jasyncio.netty;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.startServer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.Connection;
import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.PollerFactory;
import io.jasyncio.RunOptions;
import io.jasyncio.Server;
import io.jasyncio.StreamWriter;
import io.jasyncio.annotations.Async;
import io.netty.channel.epoll.LinuxSocket;
import java.io.File;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NettyLoopTest {

  /** Begins a child's program: makes a loop, and prints why that fails. */
  static final class MakesALoop {

    private MakesALoop() {}

    public static void main(String[] args) {
      try {
        NettyLoop.install();
      } catch (UnsupportedOperationException refused) {
        System.out.println(refused.getMessage());
      }
    }
  }

  @Test
  void installed_runAndItsServersAreOnNetty() {
    assertInstanceOf(LinuxSocket.class, run(() -> socketOfAConnection()));
  }

  @Test
  void notInstalled_runWithALoopFactoryIsOnNetty() {
    EventLoop.setPollerFactory(PollerFactory.NIO);
    try {
      assertInstanceOf(SocketChannel.class, run(() -> socketOfAConnection()));
      RunOptions onNetty = RunOptions.DEFAULT.withLoopFactory(NettyLoop::create);
      assertInstanceOf(LinuxSocket.class, run(() -> socketOfAConnection(), onNetty));
    } finally {
      NettyLoop.install();
    }
  }

  @Async
  private static Coroutine<Object> socketOfAConnection() throws IOException {
    try (Server server = await(startServer((reader, writer) -> answer(writer), "127.0.0.1", 0));
        Connection connection = await(openConnection("127.0.0.1", server.port()))) {
      assertEquals("hello", await(connection.reader().readline(UTF_8)).strip());
      return result(connection.writer().getExtraInfo("socket"));
    }
  }

  @Async
  private static Coroutine<Void> answer(StreamWriter writer) throws IOException {
    try (writer) {
      writer.write("hello\n");
      await(writer.drain());
    }
    return result();
  }

  @Test
  void libraryMissing_saysWhatToAdd() throws Exception {
    List<String> libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("netty-transport-native-epoll"))
            .toList();

    String told = child(libraries, List.of());

    assertTrue(
        told.matches(
            "Netty's native library cannot be loaded: add to the class path"
                + " io\\.netty:netty-transport-native-epoll:4\\.[0-9.]+Final:linux-\\w+"
                + " \\(group, artifact, version, classifier\\); .*"),
        told);
  }

  @Test
  void librarySwitchedOff_saysSo() throws Exception {
    List<String> all = List.of(System.getProperty("java.class.path"));

    assertEquals(
        "Netty's native transport is switched off by -Dio.netty.transport.noNative=true: drop that,"
            + " or use the usual loop, without NettyLoop",
        child(all, List.of("-Dio.netty.transport.noNative=true")));
  }

  @Test
  void otherSystem_saysToUseTheUsualLoop() {
    assertEquals(
        "Netty's epoll transport is for Linux, this is Mac OS X: use the usual loop here, without"
            + " NettyLoop",
        NativeLibrary.advice("Mac OS X", "aarch64", new IllegalStateException()));
  }

  /** What a program on such a class path prints. */
  private static String child(List<String> classPath, List<String> options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath.stream().collect(Collectors.joining(File.pathSeparator)));
    command.add(MakesALoop.class.getName());
    Process process = new ProcessBuilder(command).start();
    try (var output = process.getInputStream()) {
      return new String(output.readAllBytes(), UTF_8).strip();
    }
  }
}
