package io.jasyncio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server whose process has run out of descriptors, as its clients see it. */
@DisabledOnOs(OS.WINDOWS) // has no ulimit
class CrowdedServerTest {

  private static final int DESCRIPTORS = 80;
  private static final int TIME_LIMIT_MILLIS = 30_000;

  @TempDir private Path directory;

  @Test
  void descriptorsRunOut_serverTellsItAndServesAgainWhenThereAreSome() throws Exception {
    Process server = start();
    List<Socket> clients = new ArrayList<>();
    try (BufferedReader told = server.inputReader(UTF_8)) {
      int port = Integer.parseInt(told.readLine());
      // The JDK's channels themselves take descriptors when they first write.
      clients.add(connect(port));
      assertEquals("hello", echo(clients.get(0)));
      // The operating system accepts them, whether or not the server can.
      for (int i = 0; i < DESCRIPTORS; i++) {
        clients.add(connect(port));
      }
      assertEquals("accept() failed; the server tries again in a second", told.readLine());
      assertEquals("hello", echo(clients.get(0)));

      for (Socket client : clients) {
        client.close();
      }
      try (Socket late = connect(port)) {
        assertEquals("hello", echo(late));
      }
    } finally {
      server.destroyForcibly();
      for (Socket client : clients) {
        client.close();
      }
    }
  }

  private Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of("sh", "-c"));
    command.add("ulimit -n " + DESCRIPTORS + " && exec \"$0\" \"$@\"");
    command.addAll(List.of(java, "-cp", classPath(), CrowdedProgram.class.getName()));
    command.addAll(ChosenLoop.arguments());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** As where a program is deployed, of jars alone: they stay open, and directories do not. */
  private String classPath() throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      jars.add(Files.isDirectory(path) ? jarOf(path, jars.size()).toString() : entry);
    }
    return String.join(File.pathSeparator, jars);
  }

  private Path jarOf(Path classes, int number) throws IOException {
    Path jar = directory.resolve(number + ".jar");
    try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        output.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, output);
      }
    }
    return jar;
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIME_LIMIT_MILLIS);
    return socket;
  }

  private static String echo(Socket socket) throws IOException {
    socket.getOutputStream().write("hello\n".getBytes(UTF_8));
    return new String(socket.getInputStream().readNBytes(6), UTF_8).strip();
  }
}
