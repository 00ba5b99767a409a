package io.jasyncio.netty;

import io.netty.channel.epoll.Epoll;
import io.netty.util.Version;
import java.util.Locale;

/** Finds out whether Netty's native library is there, and says what is missing. */
final class NativeLibrary {

  private static final String TRANSPORT = "netty-transport-classes-epoll";

  private NativeLibrary() {}

  static void require() {
    if (!Epoll.isAvailable()) {
      throw new UnsupportedOperationException(
          advice(
              System.getProperty("os.name"),
              System.getProperty("os.arch"),
              Epoll.unavailabilityCause()),
          Epoll.unavailabilityCause());
    }
  }

  /** What to do on such a machine. */
  static String advice(String system, String architecture, Throwable cause) {
    if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
      return "Netty's epoll transport is for Linux, this is "
          + system
          + ": use the usual loop here, without NettyLoop";
    }
    if (Boolean.getBoolean("io.netty.transport.noNative")) {
      return "Netty's native transport is switched off by -Dio.netty.transport.noNative=true:"
          + " drop that, or use the usual loop, without NettyLoop";
    }
    return "Netty's native library cannot be loaded: add to the class path"
        + " io.netty:netty-transport-native-epoll:"
        + version()
        + ":"
        + classifier(architecture)
        + " (group, artifact, version, classifier); "
        + root(cause);
  }

  /** The version of the classes that go with it. */
  private static String version() {
    Version found = Version.identify().get(TRANSPORT);
    return found == null ? "VERSION" : found.artifactVersion();
  }

  private static String classifier(String architecture) {
    return switch (architecture) {
      case "amd64", "x86_64" -> "linux-x86_64";
      case "aarch64", "arm64" -> "linux-aarch_64";
      case "riscv64" -> "linux-riscv64";
      default -> "linux-" + architecture;
    };
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
