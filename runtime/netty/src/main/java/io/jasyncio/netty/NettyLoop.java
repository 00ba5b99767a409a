package io.jasyncio.netty;

import io.jasyncio.EventLoop;
import io.jasyncio.PollerFactory;

/**
 * Loops that wait on Netty's native epoll transport instead of a selector of {@code java.nio}. The
 * counterpart of {@code uvloop}.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *   NettyLoop.install();
 *   run(() -> serve());
 * }
 * }</pre>
 *
 * <p>{@link #create()} makes a single one: {@code run(main(),
 * RunOptions.DEFAULT.withLoopFactory(NettyLoop::create))}.
 *
 * <p>They need Linux and Netty's native library, the artifact {@code
 * io.netty:netty-transport-native-epoll} with the classifier of the machine. What a program sees of
 * a loop is the same. The {@code "socket"} of a transport is a {@link
 * io.netty.channel.epoll.LinuxSocket}. Channels that the program has opened itself work; while the
 * loop waits for them a second thread does, too, because nothing tells their descriptors.
 */
public final class NettyLoop {

  private NettyLoop() {}

  /**
   * Makes all loops from now on such loops: those of {@code run}, of runners and of groups. The
   * counterpart of {@code uvloop.install}. Undone by {@code
   * EventLoop.setPollerFactory(PollerFactory.NIO)}.
   *
   * @throws UnsupportedOperationException where the native library is missing or does not work; it
   *     says what to add
   */
  public static void install() {
    NativeLibrary.require();
    EventLoop.setPollerFactory(NettyPoller::new);
  }

  /**
   * Makes such a loop. The counterpart of {@code uvloop.new_event_loop}.
   *
   * @return a loop that is not running
   * @throws UnsupportedOperationException where the native library is missing or does not work; it
   *     says what to add
   */
  public static EventLoop create() {
    return EventLoop.create(pollers().make());
  }

  /**
   * Gives what waits for such loops.
   *
   * @return makes a poller for each loop
   * @throws UnsupportedOperationException where the native library is missing or does not work; it
   *     says what to add
   */
  public static PollerFactory pollers() {
    NativeLibrary.require();
    return NettyPoller::new;
  }
}
