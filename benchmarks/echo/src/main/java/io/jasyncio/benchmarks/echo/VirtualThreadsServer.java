package io.jasyncio.benchmarks.echo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadFactory;

/**
 * Blocking code, with a virtual thread for each connection. A line is written into a buffer, which
 * is sent before the thread reads again, so that pipelined lines go out together here as well.
 */
final class VirtualThreadsServer {

  private static final int SIZE = 64 * 1024;

  private VirtualThreadsServer() {}

  public static void main(String[] arguments) throws Exception {
    ThreadFactory threads = virtualThreads();
    try (ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress())) {
      System.out.println(server.getLocalPort());
      Thread accepting = threads.newThread(() -> accept(server, threads));
      accepting.start();
      accepting.join();
    }
  }

  /** Found by reflection, so that one build serves JDKs with and without them. */
  private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    return (ThreadFactory) type.getMethod("factory").invoke(builder);
  }

  private static void accept(ServerSocket server, ThreadFactory threads) {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        threads.newThread(() -> echo(socket)).start();
      }
    } catch (IOException closed) {
      throw new IllegalStateException("accepting failed", closed);
    }
  }

  private static void echo(Socket socket) {
    try (socket) {
      echo(socket.getInputStream(), socket.getOutputStream());
    } catch (IOException gone) {
      // The client has gone in the middle of a line.
      return;
    }
  }

  private static void echo(InputStream input, OutputStream output) throws IOException {
    byte[] read = new byte[SIZE];
    byte[] written = new byte[SIZE];
    int begin = 0;
    int end = 0;
    int lines = 0;
    while (true) {
      int newline = endOfLine(read, begin, end);
      if (newline > 0) {
        System.arraycopy(read, begin, written, lines, newline - begin);
        lines += newline - begin;
        begin = newline;
        continue;
      }
      output.write(written, 0, lines);
      lines = 0;
      System.arraycopy(read, begin, read, 0, end - begin);
      end -= begin;
      begin = 0;
      int count = input.read(read, end, read.length - end);
      if (count < 0) {
        return;
      }
      end += count;
    }
  }

  /** Behind the next line; 0 if it is not complete. */
  private static int endOfLine(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }
}
