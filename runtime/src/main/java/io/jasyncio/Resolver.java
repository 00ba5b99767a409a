package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the addresses of hosts, on the default executor where that may block. */
final class Resolver {

  /** Four numbers: what merely looks like it, such as 1.2.3.400, is looked up as a name. */
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

  private Resolver() {}

  @Async
  static Coroutine<List<InetSocketAddress>> resolve(EventLoop loop, String host, int port)
      throws UnknownHostException {
    if (port < 0 || port > 0xFFFF) {
      throw new IllegalArgumentException("port must be 0 to 65535, but is " + port);
    }
    InetAddress[] found =
        isLiteral(host) ? parse(host) : await(loop.runInExecutor(() -> parse(host)));
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (InetAddress address : found) {
      addresses.add(new InetSocketAddress(address, port));
    }
    return result(addresses);
  }

  @Async
  static Coroutine<String> nameOf(EventLoop loop, InetSocketAddress address) {
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("The address is not resolved: " + address);
    }
    return result(await(loop.runInExecutor(address.getAddress()::getCanonicalHostName)));
  }

  /** Asks the name service, unless the host is an address already. */
  private static InetAddress[] parse(String host) throws UnknownHostException {
    return InetAddress.getAllByName(host);
  }

  /** Tells whether a host is an address already, so that no name service is asked. */
  static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0 || V4.matcher(host).matches();
  }

  /** IPv6 and IPv4 in turns, beginning with the kind of the first. */
  static List<InetSocketAddress> interleaved(List<InetSocketAddress> addresses) {
    List<InetSocketAddress> first = new ArrayList<>();
    List<InetSocketAddress> other = new ArrayList<>();
    Class<?> firstKind = addresses.get(0).getAddress().getClass();
    for (InetSocketAddress address : addresses) {
      (firstKind.isInstance(address.getAddress()) ? first : other).add(address);
    }
    List<InetSocketAddress> mixed = new ArrayList<>();
    for (int i = 0; i < Math.max(first.size(), other.size()); i++) {
      if (i < first.size()) {
        mixed.add(first.get(i));
      }
      if (i < other.size()) {
        mixed.add(other.get(i));
      }
    }
    return mixed;
  }
}
