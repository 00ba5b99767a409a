package io.jasyncio.netty;

import io.netty.channel.ChannelException;
import io.netty.channel.unix.Errors.NativeIoException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives Netty's failures the types and messages that Java's own channels have. */
final class Failures {

  /** Linux, on all machines that Netty has a library for. */
  private static final int EACCES = 13;

  private static final int EADDRINUSE = 98;
  private static final int EADDRNOTAVAIL = 99;
  private static final int ETIMEDOUT = 110;
  private static final int ECONNREFUSED = 111;
  private static final int EHOSTUNREACH = 113;

  /** Netty says {@code connect(..) failed with error(-111): Connection refused}. */
  private static final Pattern NATIVE =
      Pattern.compile(".* failed with error\\((?:-)?(\\d+)\\): ?(.*)");

  private Failures() {}

  /** The failure of a call that needs no name of Netty's to be understood. */
  static IOException named(IOException failure) {
    if (failure instanceof FileNotFoundException) {
      return caused(new SocketException("No such file or directory"), failure);
    }
    if (failure instanceof NoRouteToHostException && failure.getMessage() == null) {
      return caused(new NoRouteToHostException("No route to host"), failure);
    }
    Matcher told = NATIVE.matcher(String.valueOf(failure.getMessage()));
    if (!told.matches()
        || !(failure instanceof NativeIoException || failure instanceof ConnectException)) {
      return failure;
    }
    return caused(of(Integer.parseInt(told.group(1)), told.group(2)), failure);
  }

  private static SocketException of(int number, String message) {
    return switch (number) {
      case EACCES, EADDRINUSE, EADDRNOTAVAIL -> new BindException(message);
      case ECONNREFUSED, ETIMEDOUT -> new ConnectException(message);
      case EHOSTUNREACH -> new NoRouteToHostException(message);
      default -> new SocketException(message);
    };
  }

  private static IOException caused(IOException named, IOException failure) {
    named.initCause(failure);
    return named;
  }

  /** What Netty throws unchecked though the operating system is to blame. */
  static IOException checked(RuntimeException failure) {
    if (failure instanceof ChannelException && failure.getCause() instanceof IOException cause) {
      return named(cause);
    }
    throw failure;
  }
}
