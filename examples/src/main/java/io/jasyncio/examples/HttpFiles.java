package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.startServer;
import static io.jasyncio.Asyncio.toThread;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.jasyncio.ConnectionResetException;
import io.jasyncio.Coroutine;
import io.jasyncio.LimitOverrunException;
import io.jasyncio.StreamReader;
import io.jasyncio.StreamWriter;
import io.jasyncio.Transport;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Serves the files below a directory over HTTP/1.1: connections are kept, a part of a file may be
 * asked for, and the operating system copies the files to the connections by itself.
 */
public final class HttpFiles {

  private static final int MOST_HEADERS = 100;

  private final Path root;

  HttpFiles(Path root) {
    this.root = root;
  }

  /** What the server does with each connection. */
  @Async
  Coroutine<Void> serve(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer) {
      boolean open = true;
      while (open) {
        open = await(serveRequest(reader, writer));
        await(writer.drain());
      }
    } catch (ConnectionResetException gone) {
      // There is nobody left to answer.
      return result();
    }
    return result();
  }

  /** Answers one request; false if no other comes. */
  @Async
  private Coroutine<Boolean> serveRequest(StreamReader reader, StreamWriter writer)
      throws IOException {
    try {
      String request = await(reader.readline(ISO_8859_1)).strip();
      if (request.isEmpty()) {
        return result(false);
      }
      Map<String, String> headers = await(readHeaders(reader));
      await(answer(request.split(" "), headers, writer));
      return result(!headers.getOrDefault("connection", "").equalsIgnoreCase("close"));
    } catch (LimitOverrunException tooLong) {
      refuse(writer, "400 Bad Request");
      return result(false);
    }
  }

  @Async
  private static Coroutine<Map<String, String>> readHeaders(StreamReader reader)
      throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i < MOST_HEADERS; i++) {
      String line = await(reader.readline(ISO_8859_1)).strip();
      if (line.isEmpty()) {
        return result(headers);
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    throw new IOException("more than " + MOST_HEADERS + " headers");
  }

  @Async
  private Coroutine<Void> answer(String[] request, Map<String, String> headers, StreamWriter writer)
      throws IOException {
    if (request.length != 3) {
      refuse(writer, "400 Bad Request");
    } else if (!request[0].equals("GET") && !request[0].equals("HEAD")) {
      refuse(writer, "405 Method Not Allowed");
    } else {
      // Files may be on a slow disk.
      Path path = await(toThread(() -> find(request[1])));
      if (path == null) {
        refuse(writer, "404 Not Found");
      } else {
        await(send(path, headers.get("range"), request[0].equals("HEAD"), writer));
      }
    }
    return result();
  }

  private static void refuse(StreamWriter writer, String status) {
    writer.write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
  }

  /** Null if there is no such file below the root, also behind symbolic links. */
  private Path find(String target) throws IOException {
    try {
      String path = URI.create(target).getPath();
      if (path == null || !path.startsWith("/")) {
        return null;
      }
      Path file = root.resolve(path.substring(1)).normalize();
      boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(root.toRealPath());
      return inside ? file : null;
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  @Async
  private static Coroutine<Void> send(
      Path path, String range, boolean headOnly, StreamWriter writer) throws IOException {
    try (FileChannel file = await(toThread(() -> FileChannel.open(path)))) {
      ByteRange part = ByteRange.of(range, file.size());
      if (part == null) {
        writer.write(
            "HTTP/1.1 416 Range Not Satisfiable\r\nContent-Range: bytes */%d\r\nContent-Length: 0\r\n\r\n"
                .formatted(file.size()));
        return result();
      }
      writer.write(
          "HTTP/1.1 %s\r\nAccept-Ranges: bytes\r\nContent-Length: %d\r\n%s\r\n"
              .formatted(
                  part.whole() ? "200 OK" : "206 Partial Content",
                  part.length(),
                  part.whole() ? "" : "Content-Range: " + part.header() + "\r\n"));
      if (!headOnly && part.length() > 0) {
        Transport transport = (Transport) writer.transport();
        long unused =
            await(getRunningLoop().sendfile(transport, file, part.first(), part.length(), true));
      }
    }
    return result();
  }

  @Async
  private Coroutine<Void> main(int port) throws IOException {
    try (var server = await(startServer(this::serve, "localhost", port))) {
      System.out.println("http://localhost:" + server.port() + "/");
      await(server.serveForever());
    }
    return result();
  }

  public static void main(String[] args) {
    run(
        () ->
            new HttpFiles(Path.of(args[0])).main(args.length > 1 ? Integer.parseInt(args[1]) : 0));
  }
}
