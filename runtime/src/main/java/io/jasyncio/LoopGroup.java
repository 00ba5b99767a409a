package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.startServer;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.Sneaky;
import io.jasyncio.spi.ListeningSocket;
import io.jasyncio.spi.StreamSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;

/**
 * Several event loops, each on a thread of its own, to serve connections on several cores.
 *
 * <pre>{@code
 * try (var group = LoopGroup.start(4)) {
 *   int port = group.serve(i -> new Session()::handle, "localhost", 8080, ServerOptions.DEFAULT);
 *   ...
 * }
 * }</pre>
 *
 * <p>Each connection stays on one loop, and the loops share nothing: each has a handler of its own.
 * What they have to tell each other goes by {@link EventLoop#callSoonThreadsafe} or {@link
 * Asyncio#runCoroutineThreadsafe}.
 *
 * <p>A group belongs to the threads of a plain program: its methods block, and are not for the
 * threads of loops.
 */
public final class LoopGroup implements AutoCloseable {

  private final List<GroupThread> threads;

  /** Where connections wait for a loop to take them. */
  private final List<HandedOver> handedOver = new CopyOnWriteArrayList<>();

  private LoopGroup(List<GroupThread> threads) {
    this.threads = threads;
  }

  /**
   * Starts loops.
   *
   * @param loops how many, such as the number of cores
   * @return the group; closing it ends the loops
   * @throws IllegalArgumentException if it is less than 1
   */
  public static LoopGroup start(int loops) {
    if (loops < 1) {
      throw new IllegalArgumentException("A group has at least 1 loop, not " + loops);
    }
    List<GroupThread> threads = new ArrayList<>();
    for (int i = 0; i < loops; i++) {
      threads.add(new GroupThread("jasyncio-loop-" + i));
    }
    threads.forEach(Thread::start);
    return new LoopGroup(List.copyOf(threads));
  }

  /**
   * Lists the loops.
   *
   * @return always the same ones; they run until the group is closed
   */
  public List<EventLoop> loops() {
    return threads.stream().map(GroupThread::loop).toList();
  }

  /**
   * Starts a server on each loop, all on the same port; the operating system spreads the
   * connections. Where it lets nobody share a port ({@code SO_REUSEPORT}), as Windows, the first
   * loop accepts and hands each loop a connection in turn. The limits in the options, such as that
   * of connections, hold for each loop.
   *
   * @param handlers makes the handler of a loop, on its thread, from its number
   * @param host a name or an address of this machine; null or empty for all of them
   * @param port 0 for any that is free
   * @param options how
   * @return the port. The servers serve until the group is closed
   * @throws IOException such as {@link java.net.BindException} if the port is in use by others
   * @throws InterruptedException if this thread is interrupted while it waits
   */
  public int serve(
      IntFunction<ConnectionHandler> handlers, String host, int port, ServerOptions options)
      throws IOException, InterruptedException {
    Arguments.notNull(handlers, "handlers");
    // Once, and first: what a program's function throws is not to be taken for the port's.
    List<ConnectionHandler> made = make(handlers);
    try {
      return serveOnOnePort(made, host, port, options.withReusePort(true));
    } catch (UnsupportedOperationException notShared) {
      return serveByHandingOver(made, host, port, options);
    }
  }

  /** Has each loop's handler made on its thread. */
  List<ConnectionHandler> make(IntFunction<ConnectionHandler> handlers)
      throws InterruptedException {
    List<ConnectionHandler> made = new ArrayList<>();
    for (int i = 0; i < threads.size(); i++) {
      int index = i;
      made.add(call(threads.get(i).loop(), () -> makeOne(handlers, index)));
    }
    return made;
  }

  @Async
  private static Coroutine<ConnectionHandler> makeOne(
      IntFunction<ConnectionHandler> handlers, int index) {
    return result(
        Arguments.notNull(handlers.apply(index), "the handler of loop %d".formatted(index)));
  }

  private int serveOnOnePort(
      List<ConnectionHandler> handlers, String host, int port, ServerOptions shared)
      throws IOException, InterruptedException {
    int chosen = port;
    List<Server> started = new ArrayList<>();
    try {
      for (int i = 0; i < threads.size(); i++) {
        ConnectionHandler handler = handlers.get(i);
        int wanted = chosen;
        EventLoop loop = threads.get(i).loop();
        Server server = call(loop, () -> startServer(handler, host, wanted, shared));
        started.add(server);
        if (wanted == 0) {
          chosen = call(loop, () -> portOf(server));
        }
      }
      return chosen;
    } catch (Throwable failure) {
      closeLater(started);
      throw failure;
    }
  }

  /** The first loop accepts for all. */
  int serveByHandingOver(
      List<ConnectionHandler> handlers, String host, int port, ServerOptions options)
      throws IOException, InterruptedException {
    EventLoop first = threads.get(0).loop();
    List<ListeningSocket> sockets =
        call(first, () -> Listening.socketsOn(first, host, port, options));
    List<HandedOver> shares = new ArrayList<>();
    List<Server> started = new ArrayList<>();
    try {
      for (int i = 0; i < threads.size(); i++) {
        ConnectionHandler handler = handlers.get(i);
        EventLoop loop = threads.get(i).loop();
        HandedOver share = new HandedOver(loop, sockets.get(0));
        shares.add(share);
        handedOver.add(share);
        started.add(call(loop, () -> serveShare(loop, share, handler, options)));
      }
      return call(first, () -> spread(first, sockets, shares, options));
    } catch (Throwable failure) {
      closeLater(started);
      first.callSoonThreadsafeUnlessClosed(() -> sockets.forEach(ListeningSocket::close));
      throw failure;
    }
  }

  @Async
  private static Coroutine<Server> serveShare(
      EventLoop loop, HandedOver share, ConnectionHandler handler, ServerOptions options) {
    return result(
        Listening.serve(loop, List.of(share), Streams.servants(loop, handler, options), options));
  }

  /** Begins to accept on the sockets, and returns the port. */
  @Async
  private static Coroutine<Integer> spread(
      EventLoop loop,
      List<ListeningSocket> sockets,
      List<HandedOver> shares,
      ServerOptions options) {
    Acceptor.Owner owner = new Dealer(shares);
    for (ListeningSocket socket : sockets) {
      new Acceptor(loop, owner, socket, options.listening().backlog()).goOn();
    }
    return result(((InetSocketAddress) sockets.get(0).localAddress()).getPort());
  }

  private static void closeLater(List<Server> servers) {
    for (Server server : servers) {
      server.getLoop().callSoonThreadsafeUnlessClosed(server::close);
    }
  }

  @Async
  private static Coroutine<Integer> portOf(Server server) {
    return result(server.port());
  }

  /** Runs a coroutine that is made on the loop's own thread, and waits for it. */
  private static <T> T call(EventLoop loop, AsyncCallable<T> callable) throws InterruptedException {
    try {
      return Asyncio.runCoroutineThreadsafe(made(callable), loop).get();
    } catch (ExecutionException failed) {
      throw Sneaky.raise(failed.getCause());
    }
  }

  @Async
  private static <T> Coroutine<T> made(AsyncCallable<T> callable) {
    try {
      return result(await(callable.call()));
    } catch (Exception failure) {
      throw Sneaky.raise(failure);
    }
  }

  /**
   * Ends the loops, and waits for that: their tasks are cancelled, their servers and connections
   * closed. Does nothing the second time.
   */
  @Override
  public void close() {
    threads.forEach(GroupThread::end);
    boolean interrupted = false;
    for (GroupThread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    }
    handedOver.forEach(HandedOver::close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "LoopGroup of " + threads.size();
  }

  /** Deals connections to the loops, one after the other. */
  private static final class Dealer implements Acceptor.Owner {

    private final List<HandedOver> shares;
    private int next;

    Dealer(List<HandedOver> shares) {
      this.shares = shares;
    }

    @Override
    public boolean isFull() {
      return false;
    }

    @Override
    public void begin(StreamSocket accepted) {
      shares.get(next).add(accepted);
      next = (next + 1) % shares.size();
    }

    @Override
    public String toString() {
      return "servers of " + shares.size() + " loops";
    }
  }

  /** Runs one loop until it is told to end. */
  private static final class GroupThread extends Thread {

    /** The loop, once it runs. */
    private final CompletableFuture<EventLoop> running = new CompletableFuture<>();

    /** Is completed when the loop is to end. */
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    GroupThread(String name) {
      super(name);
    }

    @Override
    public void run() {
      try {
        Asyncio.run(() -> main());
      } catch (Throwable failure) {
        running.completeExceptionally(failure);
        throw failure;
      }
    }

    @Async
    private Coroutine<Void> main() {
      running.complete(Asyncio.getRunningLoop());
      await(over);
      return result();
    }

    EventLoop loop() {
      try {
        return running.join();
      } catch (CompletionException failed) {
        throw new IllegalStateException("The loop could not be started", failed.getCause());
      }
    }

    void end() {
      over.complete(null);
    }
  }
}
