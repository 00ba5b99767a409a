import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;

final class InputAndOutput {
  @Async
  Coroutine<Integer> streams(FileInputStream file, InputStream any, BufferedReader reader)
      throws IOException {
    // WARNING [BlockingCall] FileInputStream.read blocks the loop's thread
    int read = file.read();
    // WARNING [BlockingCall] InputStream.readAllBytes blocks
    read += any.readAllBytes().length;
    // WARNING [BlockingCall] BufferedReader.readLine blocks
    read += reader.readLine().length();
    // WARNING [BlockingCall] Files.readString blocks
    read += Files.readString(Path.of("x")).length();
    return result(read);
  }

  @Async
  Coroutine<String> network(HttpClient client, HttpRequest request, Socket socket)
      throws IOException, InterruptedException {
    // WARNING [BlockingCall] Socket.connect blocks
    socket.connect(new InetSocketAddress(80));
    // WARNING [BlockingCall] HttpClient.send blocks the loop's thread, and with it every task: await client.sendAsync(...)
    return result(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Async
  Coroutine<Boolean> database(PreparedStatement statement) throws SQLException {
    // WARNING [BlockingCall] PreparedStatement.executeQuery blocks
    var rows = statement.executeQuery();
    // WARNING [BlockingCall] ResultSet.next blocks
    return result(rows.next());
  }
}
