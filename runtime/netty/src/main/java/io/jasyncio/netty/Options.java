package io.jasyncio.netty;

import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;

/** Sets Java's options of sockets. */
final class Options {

  private Options() {}

  /** False if there is no such option here. */
  static boolean set(Socket socket, SocketOption<?> option, Object value) throws IOException {
    if (option == StandardSocketOptions.SO_KEEPALIVE) {
      socket.setKeepAlive((Boolean) value);
    } else if (option == StandardSocketOptions.SO_REUSEADDR) {
      socket.setReuseAddress((Boolean) value);
    } else if (option == StandardSocketOptions.SO_REUSEPORT) {
      socket.setReusePort((Boolean) value);
    } else if (option == StandardSocketOptions.SO_BROADCAST) {
      socket.setBroadcast((Boolean) value);
    } else if (option == StandardSocketOptions.SO_RCVBUF) {
      socket.setReceiveBufferSize((Integer) value);
    } else if (option == StandardSocketOptions.SO_SNDBUF) {
      socket.setSendBufferSize((Integer) value);
    } else if (option == StandardSocketOptions.SO_LINGER) {
      socket.setSoLinger((Integer) value);
    } else if (option == StandardSocketOptions.IP_TOS) {
      socket.setTrafficClass((Integer) value);
    } else if (option == StandardSocketOptions.TCP_NODELAY) {
      socket.setTcpNoDelay((Boolean) value);
    } else {
      return false;
    }
    return true;
  }
}
