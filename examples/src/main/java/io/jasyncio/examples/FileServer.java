package io.jasyncio.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the files below a directory to this machine: {@code /} is a page that lists the others.
 * Only files that were there when the server started are served.
 */
final class FileServer implements AutoCloseable {

  /** What building leaves in a source tree, and what git keeps there. */
  private static final Set<String> LEFT_OUT = Set.of(".git", "target");

  private final Map<String, Path> files;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  private FileServer(Map<String, Path> files, HttpServer server) {
    this.files = files;
    this.server = server;
  }

  static FileServer start(Path root) throws IOException {
    InetSocketAddress freePort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    FileServer server = new FileServer(filesBelow(root), HttpServer.create(freePort, 0));
    server.server.createContext("/", server::answer);
    server.server.setExecutor(server.threads);
    server.server.start();
    return server;
  }

  /** Maps the path part of each file's address to the file. */
  private static Map<String, Path> filesBelow(Path root) throws IOException {
    URI base = root.toRealPath().toUri();
    Map<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        root.toRealPath(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return LEFT_OUT.contains(String.valueOf(directory.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !LEFT_OUT.contains(file.getFileName().toString())) {
              files.put("/" + base.relativize(file.toUri()).getRawPath(), file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** The address of the page that lists the others. */
  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      Path file = files.get(path);
      if (path.equals("/")) {
        send(exchange, String.join("\n", files.keySet()).getBytes(UTF_8));
      } else if (file != null) {
        send(exchange, Files.readAllBytes(file));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    // To the server, 0 means "of unknown length" and -1 "none".
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
