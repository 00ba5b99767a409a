package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.startServer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jasyncio.annotations.Async;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our servers and clients against programs that others have written. */
class PeersTest extends IoStory {

  private static final String HOST = "127.0.0.1";

  @TempDir Path directory;

  /** Skips the test where a program is not installed. */
  private static void needs(String program) {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(found, program + " is not installed here");
  }

  private record Output(int status, String text) {}

  /** Runs a program on a thread of its own. */
  private static Coroutine<Output> execute(String input, String... command) throws Exception {
    return Asyncio.toThread(
        () -> {
          Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
          try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
          }
          String text = new String(process.getInputStream().readAllBytes(), UTF_8);
          return new Output(process.waitFor(), text);
        });
  }

  /** A little of HTTP/1.1, with connections that are kept. */
  @Async
  private static Coroutine<Void> http(StreamReader reader, StreamWriter writer) throws IOException {
    try (writer) {
      while (true) {
        String request = await(reader.readline(UTF_8));
        if (request.isEmpty()) {
          return result();
        }
        int length = 0;
        for (String header = await(reader.readline(UTF_8));
            !header.isBlank();
            header = await(reader.readline(UTF_8))) {
          if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
            length = Integer.parseInt(header.substring(15).strip());
          }
        }
        byte[] body = await(reader.readexactly(length));
        String answer = request.strip() + " " + body.length;
        writer.write("HTTP/1.1 200 OK\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer);
        await(writer.drain());
        if (request.contains("HTTP/1.0")) {
          return result();
        }
      }
    }
  }

  // The JDK's HTTP client, which hands out completion stages

  @Test
  void httpClientOfTheJdk_talksToOurServer_onTheSameLoop() {
    run(() -> httpClient());
    expect("GET /one HTTP/1.1 0", "POST /two HTTP/1.1 1000000", "GET /a HTTP/1.1 0", "20 answers");
  }

  @Async
  private Coroutine<Void> httpClient() throws IOException {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try (var server = await(startServer(PeersTest::http, HOST, 0))) {
      URI root = URI.create("http://127.0.0.1:" + server.port());
      note(await(client.sendAsync(get(root, "/one"), BodyHandlers.ofString())).body());
      var post =
          HttpRequest.newBuilder(root.resolve("/two"))
              .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1_000_000]))
              .build();
      note(await(client.sendAsync(post, BodyHandlers.ofString())).body());
      List<CompletionStage<HttpResponse<String>>> sent = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        sent.add(client.sendAsync(get(root, "/" + (char) ('a' + i)), BodyHandlers.ofString()));
      }
      note(await(sent.get(0)).body());
      int answers = 0;
      for (var answer : sent) {
        answers += await(answer).body().startsWith("GET /") ? 1 : 0;
      }
      note(answers + " answers");
      server.closeClients();
    }
    return result();
  }

  private static HttpRequest get(URI root, String path) {
    return HttpRequest.newBuilder(root.resolve(path)).build();
  }

  // curl

  @Test
  void curl_talksToOurServer() {
    needs("curl");
    run(() -> curl());
    expect("GET /one HTTP/1.1 0GET /two HTTP/1.1 0");
  }

  @Async
  private Coroutine<Void> curl() throws Exception {
    try (var server = await(startServer(PeersTest::http, HOST, 0))) {
      String url = "http://127.0.0.1:" + server.port();
      note(await(execute("", "curl", "-sS", url + "/one", url + "/two")).text());
    }
    return result();
  }

  @Test
  void curl_postsMegabytes() throws IOException {
    needs("curl");
    Path file = Files.write(directory.resolve("body"), new byte[3_000_000]);
    run(() -> curlPosts(file));
    expect("POST /up HTTP/1.1 3000000");
  }

  @Async
  private Coroutine<Void> curlPosts(Path file) throws Exception {
    try (var server = await(startServer(PeersTest::http, HOST, 0))) {
      String url = "http://127.0.0.1:" + server.port() + "/up";
      note(
          await(execute("", "curl", "-sS", "-H", "Expect:", "--data-binary", "@" + file, url))
              .text());
    }
    return result();
  }

  @Test
  void curl_talksTlsToOurServer() throws Exception {
    needs("curl");
    var own = Certificates.selfSigned(directory, "dns:localhost");
    Path trusted = own.pem();
    var options = ServerOptions.DEFAULT.withSsl(own.context());
    run(() -> curlOverTls(options, trusted));
    expect("GET /secret HTTP/1.1 0", "refused");
    expectReports();
  }

  @Async
  private Coroutine<Void> curlOverTls(ServerOptions options, Path trusted) throws Exception {
    try (var server = await(startServer(PeersTest::http, "localhost", 0, options))) {
      String url = "https://localhost:" + server.port() + "/secret";
      note(await(execute("", "curl", "-sS", "--cacert", "" + trusted, url)).text());
      Output refused = await(execute("", "curl", "-sS", url));
      note(refused.status() == 60 ? "refused" : "" + refused);
    }
    return result();
  }

  // openssl

  @Test
  void opensslClient_talksToOurServer() throws Exception {
    needs("openssl");
    var own = Certificates.selfSigned(directory, "dns:localhost");
    Path trusted = own.pem();
    var options = ServerOptions.DEFAULT.withSsl(own.context());
    run(() -> openssl(options, trusted));
  }

  @Async
  private Coroutine<Void> openssl(ServerOptions options, Path trusted) throws Exception {
    try (var server = await(startServer(PeersTest::http, "localhost", 0, options))) {
      for (String version : List.of("-tls1_2", "-tls1_3")) {
        Output output =
            await(
                execute(
                    "GET /openssl HTTP/1.0\r\n\r\n",
                    "openssl",
                    "s_client",
                    version,
                    "-quiet",
                    "-verify_return_error",
                    "-CAfile",
                    "" + trusted,
                    "-connect",
                    "localhost:" + server.port()));
        assertEquals(0, output.status(), output.text());
        assertTrue(output.text().endsWith("GET /openssl HTTP/1.0 0"), output.text());
      }
    }
    return result();
  }

  // Python

  /** A program that prints a port first. */
  private static BufferedReader start(List<Process> processes, String... command)
      throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    processes.add(process);
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  @Test
  void asyncioClient_talksToOurServer() throws Exception {
    needs("python3");
    Path program =
        Files.writeString(
            directory.resolve("client.py"),
            """
            import asyncio, sys

            async def main():
                reader, writer = await asyncio.open_connection('127.0.0.1', int(sys.argv[1]))
                for size in (1, 10, 65536, 3000000):
                    async def send():
                        writer.write(b'x' * size + b'\\n')
                        await writer.drain()
                    sending = asyncio.create_task(send())
                    line = await reader.readexactly(size + 1)
                    await sending
                    assert line == b'x' * size + b'\\n', len(line)
                writer.write_eof()
                assert await reader.read() == b''
                writer.close()
                await writer.wait_closed()
                print('fine')

            asyncio.run(main())
            """);
    run(() -> asyncioClient(program));
    expect("fine");
    expectReports();
  }

  @Async
  private Coroutine<Void> asyncioClient(Path program) throws Exception {
    ConnectionHandler echo =
        (reader, writer) -> {
          try (writer) {
            byte[] data = await(reader.read(10_000));
            while (data.length > 0) {
              writer.write(data);
              await(writer.drain());
              data = await(reader.read(10_000));
            }
          }
          return result();
        };
    try (var server = await(startServer(echo, HOST, 0))) {
      note(await(execute("", "python3", "" + program, "" + server.port())).text().strip());
    }
    return result();
  }

  @Test
  void ourClient_talksToAnAsyncioServer() throws Exception {
    needs("python3");
    Path program =
        Files.writeString(
            directory.resolve("server.py"),
            """
            import asyncio

            async def serve(reader, writer):
                while line := await reader.readline():
                    writer.write(line.upper())
                    await writer.drain()
                writer.close()

            async def main():
                server = await asyncio.start_server(serve, '127.0.0.1', 0)
                print(server.sockets[0].getsockname()[1], flush=True)
                await server.serve_forever()

            asyncio.run(main())
            """);
    List<Process> processes = new ArrayList<>();
    try {
      BufferedReader output = start(processes, "python3", "" + program);
      int port = Integer.parseInt(output.readLine());
      run(() -> talkToAsyncio(port));
      expect("HELLO 0\n", "HELLO 1\n", "HELLO 2\n", "");
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
  }

  @Async
  private Coroutine<Void> talkToAsyncio(int port) throws IOException {
    try (var connection = await(openConnection(HOST, port))) {
      for (int i = 0; i < 3; i++) {
        connection.writer().write("hello " + i + "\n");
      }
      for (int i = 0; i < 3; i++) {
        note(await(connection.reader().readline(UTF_8)));
      }
      connection.writer().writeEof();
      note(await(connection.reader().readline(UTF_8)));
      assertTrue(connection.reader().atEof());
    }
    return result();
  }
}
