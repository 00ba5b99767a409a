package io.jasyncio.netty;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Runs all tests of this module, which are the runtime's, on loops over Netty. */
public final class OnNetty implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    NettyLoop.install();
  }
}
