package io.jasyncio.netty;

import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.charset.StandardCharsets;

/** Java's addresses as Netty's, and the other way round. */
final class Addresses {

  /** Linux has room for so many bytes of a path and the zero behind it. */
  private static final int MOST_BYTES_OF_PATH = 107;

  private Addresses() {}

  static boolean isUnix(SocketAddress address) {
    return address instanceof UnixDomainSocketAddress;
  }

  static SocketAddress toNetty(SocketAddress address) throws SocketException {
    if (address instanceof UnixDomainSocketAddress unix) {
      String path = unix.getPath().toString();
      if (path.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_PATH) {
        throw new SocketException("Unix domain path too long: " + path);
      }
      return new DomainSocketAddress(path);
    }
    if (address instanceof InetSocketAddress inet) {
      if (inet.isUnresolved()) {
        throw new UnresolvedAddressException();
      }
      return inet;
    }
    throw new UnsupportedAddressTypeException();
  }

  static UnixDomainSocketAddress toJava(DomainSocketAddress address) {
    return address == null ? null : UnixDomainSocketAddress.of(address.path());
  }
}
