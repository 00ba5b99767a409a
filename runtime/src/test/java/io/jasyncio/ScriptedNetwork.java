package io.jasyncio;

import io.jasyncio.spi.Network;
import io.jasyncio.spi.StreamSocket;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sockets that connect when a test says, in virtual time, and note what is done to them. */
final class ScriptedNetwork implements Poller {

  private static final Duration NEVER = Duration.ofDays(1000);

  final List<String> events = new ArrayList<>();
  private final VirtualPoller time = new VirtualPoller();
  private final Map<String, Duration> answers = new HashMap<>();
  private final Map<String, String> refusals = new HashMap<>();
  private final List<String> taken = new ArrayList<>();

  /** Runs a test that uses these sockets. */
  <T> T run(AsyncCallable<T> test) {
    try (Runner runner = new Runner(EventLoop.create(this))) {
      return runner.run(Asyncio.coroutine(test));
    }
  }

  void connects(String host, Duration after) {
    answers.put(host, after);
  }

  void refuses(String host, Duration after, String message) {
    answers.put(host, after);
    refusals.put(host, message);
  }

  /** No socket can be bound to it. */
  void isTaken(String host) {
    taken.add(host);
  }

  @Override
  public Network network() {
    return (Network)
        Proxy.newProxyInstance(
            Network.class.getClassLoader(),
            new Class<?>[] {Network.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("open")) {
                return new ScriptedSocket((InetSocketAddress) arguments[0]);
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  @Override
  public void poll(long nanos) {
    time.poll(nanos);
  }

  @Override
  public void wakeup() {
    time.wakeup();
  }

  @Override
  public long time() {
    return time.time();
  }

  private final class ScriptedSocket implements StreamSocket {

    private final InetSocketAddress remote;
    private final String host;
    private Watcher watcher;
    private boolean closed;

    ScriptedSocket(InetSocketAddress remote) {
      this.remote = remote;
      host = remote.getAddress().getHostAddress();
    }

    private void note(String what) {
      events.add(Duration.ofNanos(time()).toMillis() + " " + what + " " + host);
    }

    @Override
    public void bind(SocketAddress local) throws IOException {
      if (taken.contains(((InetSocketAddress) local).getAddress().getHostAddress())) {
        throw new BindException("Address already in use");
      }
      note("bind " + local + " for");
    }

    @Override
    public boolean connect(SocketAddress to) {
      note("connect");
      return false;
    }

    @Override
    public boolean finishConnect() throws IOException {
      if (refusals.containsKey(host)) {
        throw new ConnectException(refusals.get(host));
      }
      note("connected");
      return true;
    }

    @Override
    public void setWatcher(Watcher told) {
      watcher = told;
    }

    @Override
    public void watchFor(int operations) {
      if (operations == Watcher.CONNECT) {
        Object unused =
            Asyncio.getRunningLoop().callLater(answers.getOrDefault(host, NEVER), this::answer);
      }
    }

    private void answer() {
      if (!closed) {
        watcher.ready(Watcher.CONNECT);
      }
    }

    @Override
    public <T> boolean setOption(SocketOption<T> option, T value) {
      note(option + " " + value);
      return true;
    }

    @Override
    public void close() {
      closed = true;
      note("close");
    }

    @Override
    public SocketAddress remoteAddress() {
      return remote;
    }

    @Override
    public SocketAddress localAddress() {
      return null;
    }

    @Override
    public Object channel() {
      return this;
    }

    @Override
    public int read(ByteBuffer target) {
      return 0;
    }

    @Override
    public int write(ByteBuffer source) {
      return source.remaining();
    }

    @Override
    public long writeFrom(FileChannel file, long position, long count) {
      return 0;
    }

    @Override
    public void shutdownOutput() {}
  }
}
