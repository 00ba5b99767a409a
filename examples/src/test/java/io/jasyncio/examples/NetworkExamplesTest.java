package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.openConnection;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.startServer;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.jasyncio.Connection;
import io.jasyncio.ConnectionHandler;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The examples of streams, servers and subprocesses do what they should. */
final class NetworkExamplesTest {

  private static final String HOST = "localhost";
  private static final String[] NO_ARGUMENTS = {};

  @TempDir Path directory;

  @Test
  void chatServer_carriesWhatOneSaysToTheOthers() {
    assertThat(run(() -> chat()))
        .containsExactly(
            "Your name?",
            "Your name?",
            "Your name?",
            "Bob has come",
            "This name is taken.",
            "Bob: hello",
            "Ann: hello yourself",
            "Bob has gone")
        .inOrder();
  }

  @Async
  private static Coroutine<List<String>> chat() throws IOException {
    List<String> read = new ArrayList<>();
    try (var server = await(startServer(new ChatServer()::serve, HOST, 0));
        var ann = await(openConnection(HOST, server.port()))) {
      read.add(await(line(ann)));
      ann.writer().write("Ann\n");
      try (var bob = await(openConnection(HOST, server.port()));
          var impostor = await(openConnection(HOST, server.port()))) {
        read.add(await(line(bob)));
        read.add(await(line(impostor)));
        bob.writer().write("Bob\n");
        read.add(await(line(ann)));
        impostor.writer().write("Bob\n");
        read.add(await(line(impostor)));
        bob.writer().write("hello\n");
        read.add(await(line(ann)));
        ann.writer().write("hello yourself\n");
        read.add(await(line(bob)));
      }
      read.add(await(line(ann)));
    }
    return result(read);
  }

  @Async
  private static Coroutine<String> line(Connection connection) throws IOException {
    return result(await(connection.reader().readline(UTF_8)).strip());
  }

  @Test
  void lineClient_printsWhatComesBack() throws Exception {
    ConnectionHandler shouting =
        (reader, writer) -> {
          try (writer) {
            for (String line : reader.lines()) {
              writer.write(line.toUpperCase(Locale.ROOT) + "\n");
            }
            writer.write("bye\n");
          }
          return result();
        };
    BufferedReader input = new BufferedReader(new StringReader("one\ntwo\n"));
    assertThat(Transcript.of(() -> run(() -> talk(shouting, input))))
        .containsExactly("< ONE", "< TWO", "< bye")
        .inOrder();
  }

  @Async
  private static Coroutine<Void> talk(ConnectionHandler handler, BufferedReader input)
      throws IOException {
    try (var server = await(startServer(handler, HOST, 0))) {
      await(new LineClient(input).talk(HOST, server.port()));
    }
    return result();
  }

  @Test
  void echoServer() throws Exception {
    assertThat(Transcript.of(() -> EchoServer.main(new String[] {"200"})))
        .containsExactly("200 connections are open", "200 lines came back, each to its own")
        .inOrder();
  }

  // The server of files

  @Test
  void httpFiles_servesFilesAndTheirParts() throws IOException {
    Files.writeString(directory.resolve("digits"), "0123456789");
    Files.createFile(directory.resolve("empty"));
    String ok = "HTTP/1.1 200 OK|Accept-Ranges: bytes|Content-Length: 10||0123456789";
    assertThat(ask("GET /digits HTTP/1.1", "")).isEqualTo(ok);
    assertThat(ask("HEAD /digits HTTP/1.1", ""))
        .isEqualTo("HTTP/1.1 200 OK|Accept-Ranges: bytes|Content-Length: 10||");
    assertThat(ask("GET /empty HTTP/1.1", ""))
        .isEqualTo("HTTP/1.1 200 OK|Accept-Ranges: bytes|Content-Length: 0||");
    String part = "HTTP/1.1 206 Partial Content|Accept-Ranges: bytes|Content-Length: 3|";
    assertThat(ask("GET /digits HTTP/1.1", "Range: bytes=2-4"))
        .isEqualTo(part + "Content-Range: bytes 2-4/10||234");
    assertThat(ask("GET /digits HTTP/1.1", "Range: bytes=-3"))
        .isEqualTo(part + "Content-Range: bytes 7-9/10||789");
    assertThat(ask("GET /digits HTTP/1.1", "Range: bytes=7-"))
        .isEqualTo(part + "Content-Range: bytes 7-9/10||789");
    assertThat(ask("GET /digits HTTP/1.1", "Range: bytes=10-"))
        .startsWith("HTTP/1.1 416 Range Not Satisfiable|Content-Range: bytes */10|");
    assertThat(ask("GET /digits HTTP/1.1", "Range: nonsense")).isEqualTo(ok);
  }

  @Test
  void httpFiles_refusesWhatItCannotAnswer() throws IOException {
    Files.createDirectory(directory.resolve("served"));
    Files.writeString(directory.resolve("secret"), "secret");
    Path served = directory.resolve("served");
    assertThat(ask(served, "GET /none HTTP/1.1", "")).startsWith("HTTP/1.1 404 ");
    assertThat(ask(served, "GET /../secret HTTP/1.1", "")).startsWith("HTTP/1.1 404 ");
    assertThat(ask(served, "GET /%2e%2e/secret HTTP/1.1", "")).startsWith("HTTP/1.1 404 ");
    assertThat(ask(served, "GET /%00 HTTP/1.1", "")).startsWith("HTTP/1.1 404 ");
    assertThat(ask(served, "GET nonsense HTTP/1.1", "")).startsWith("HTTP/1.1 404 ");
    assertThat(ask(served, "GET / HTTP/1.1", "")).startsWith("HTTP/1.1 404 ");
    assertThat(ask(served, "POST /none HTTP/1.1", "")).startsWith("HTTP/1.1 405 ");
    assertThat(ask(served, "nonsense", "")).startsWith("HTTP/1.1 400 ");
    assertThat(ask(served, "GET /" + "x".repeat(70_000), "")).startsWith("HTTP/1.1 400 ");
  }

  private String ask(String request, String header) {
    return ask(directory, request, header);
  }

  private static String ask(Path root, String request, String header) {
    String last = (header.isEmpty() ? "" : header + "\r\n") + "Connection: close\r\n\r\n";
    return run(() -> exchange(root, request + "\r\n" + last)).replace("\r\n", "|");
  }

  @Test
  void httpFiles_keepsTheConnection() throws IOException {
    Files.writeString(directory.resolve("a"), "A");
    String requests = "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\nGET /a HTTP/1.1\r\n";
    String answers = run(() -> exchange(directory, requests + "Connection: close\r\n\r\n"));
    assertThat(answers.lines().filter(line -> line.contains("HTTP/1.1")).toList())
        .containsExactly("HTTP/1.1 200 OK", "AHTTP/1.1 404 Not Found", "HTTP/1.1 200 OK")
        .inOrder();
  }

  @Async
  private static Coroutine<String> exchange(Path root, String requests) throws IOException {
    try (var server = await(startServer(new HttpFiles(root)::serve, HOST, 0));
        var connection = await(openConnection(HOST, server.port()))) {
      connection.writer().write(requests);
      return result(new String(await(connection.reader().read()), UTF_8));
    }
  }

  @Test
  void portScanner_findsWhoListens() throws Exception {
    List<String> printed = Transcript.of(() -> run(() -> scan()));
    assertThat(printed).hasSize(11);
    assertThat(printed.get(9)).isEqualTo("tried 20 of 20 ports");
    assertThat(printed.get(10)).contains("true");
  }

  /** Others may listen beside our server. */
  @Async
  private static Coroutine<Void> scan() throws Exception {
    ConnectionHandler silent =
        (reader, writer) -> {
          writer.close();
          return result();
        };
    try (var server = await(startServer(silent, HOST, 0))) {
      int port = Math.min(server.port(), 65_516);
      ProgressBar bar = new ProgressBar(System.out, ProgressBar.Style.LINES, 20, "tried", "ports");
      List<Integer> found = await(new PortScanner("127.0.0.1", bar).scan(port, port + 19));
      System.out.println(found.contains(server.port()));
    }
    return result();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void processPipe() throws Exception {
    assertThat(Transcript.of(() -> ProcessPipe.main(NO_ARGUMENTS)))
        .containsExactly("2 apple", "3 pear", "1 plum", "ended with 0 and 0")
        .inOrder();
  }
}
