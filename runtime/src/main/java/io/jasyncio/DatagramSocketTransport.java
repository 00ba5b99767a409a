package io.jasyncio;

import io.jasyncio.spi.DatagramSocket;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Map;

/** Messages over a socket. */
final class DatagramSocketTransport implements DatagramTransport, Watcher, Ready {

  /** A message that had no room; without an address for the one that the socket is connected to. */
  private record Unsent(ByteBuffer data, SocketAddress address) {}

  /** What a message costs besides its content, so that empty ones cannot pile up unseen. */
  private static final int OVERHEAD = 8;

  /** In one turn so many messages are taken at most, so that others come to theirs. */
  private static final int MOST_PER_TURN = 64;

  private final EventLoop loop;
  private final LoopIo io;
  private final DatagramSocket socket;
  private final DatagramProtocol protocol;
  private final Object context;
  private final SocketAddress localAddress;
  private final SocketAddress remoteAddress;
  private final FlowControl flow;
  private final ArrayDeque<Unsent> unsent = new ArrayDeque<>(0);

  /** Whom to tell that the protocol knows of the endpoint; null once that is done. */
  private Future<Void> waiter;

  private int unsentBytes;
  private int readyFor;
  private boolean queued;
  private boolean closing;

  /** The protocol is told, or about to be, that the endpoint is gone. */
  private boolean lost;

  DatagramSocketTransport(
      EventLoop loop, DatagramSocket socket, DatagramProtocol protocol, Future<Void> whenMade) {
    this.loop = loop;
    this.io = loop.io();
    this.socket = socket;
    this.protocol = protocol;
    waiter = whenMade;
    context = loop.snapshotOfContext();
    localAddress = socket.localAddress();
    remoteAddress = socket.remoteAddress();
    flow = new FlowControl(loop, this);
    socket.setWatcher(this);
    enqueue();
  }

  @Override
  public void ready(int operations) {
    readyFor |= operations;
    enqueue();
  }

  private void enqueue() {
    if (!queued) {
      queued = true;
      loop.enqueue(this);
    }
  }

  @Override
  public void takeTurn() {
    queued = false;
    loop.context = context;
    if (waiter != null) {
      begin();
      return;
    }
    int operations = readyFor;
    readyFor = 0;
    if ((operations & READ) != 0) {
      receive();
    }
    if ((operations & WRITE) != 0 && !lost) {
      sendKept();
    }
  }

  private void begin() {
    Future<Void> made = waiter;
    waiter = null;
    try {
      protocol.connectionMade(this);
    } finally {
      watch();
      if (!made.done()) {
        made.setResult(null);
      }
    }
  }

  private void watch() {
    if (!lost) {
      socket.watchFor((closing ? 0 : READ) | (unsent.isEmpty() ? 0 : WRITE));
    }
  }

  // Receiving

  private void receive() {
    for (int i = 0; i < MOST_PER_TURN && !closing; i++) {
      ByteBuffer buffer = io.readBuffer();
      SocketAddress sender;
      try {
        sender = socket.receive(buffer);
      } catch (IOException failure) {
        tell(failure);
        return;
      }
      if (sender == null) {
        return;
      }
      try {
        protocol.datagramReceived(buffer.flip(), sender);
      } catch (Throwable failure) {
        fail(failure, "Fatal error: protocol.datagramReceived() call failed.");
      }
    }
  }

  private void tell(IOException failure) {
    try {
      protocol.errorReceived(failure);
    } catch (Throwable thrown) {
      fail(thrown, "Fatal error: protocol.errorReceived() call failed.");
    }
  }

  // Sending

  @Override
  public void sendto(ByteBuffer data, SocketAddress address) {
    loop.checkThread();
    SocketAddress receiver = receiver(address);
    if (closing) {
      data.position(data.limit());
      return;
    }
    if (unsent.isEmpty()) {
      try {
        if (socket.send(data, receiver)) {
          return;
        }
      } catch (IOException failure) {
        data.position(data.limit());
        tell(failure);
        return;
      }
    }
    int size = data.remaining();
    unsent.add(new Unsent(ByteBuffer.allocate(size).put(data).flip(), receiver));
    unsentBytes += size + OVERHEAD;
    watch();
    flow.grown(unsentBytes, protocol);
  }

  /** Null for the address that the socket is connected to. */
  private SocketAddress receiver(SocketAddress address) {
    if (remoteAddress != null) {
      if (address != null && !address.equals(remoteAddress)) {
        throw new IllegalArgumentException(
            "Invalid address: must be null or " + remoteAddress + ", but is " + address);
      }
      return null;
    }
    if (address == null) {
      throw new IllegalStateException(
          "The transport is not connected: give the address, or connect it by"
              + " DatagramEndpointOptions.withRemoteAddress");
    }
    if (address instanceof InetSocketAddress inet && inet.isUnresolved()) {
      throw new IllegalArgumentException(
          "The address is not resolved: " + address + ". Use loop.getaddrinfo");
    }
    return address;
  }

  private void sendKept() {
    while (!unsent.isEmpty()) {
      Unsent next = unsent.peek();
      int size = next.data().remaining();
      try {
        if (!socket.send(next.data(), next.address())) {
          break;
        }
      } catch (IOException failure) {
        tell(failure);
        if (lost) {
          return;
        }
      }
      unsent.remove();
      unsentBytes -= size + OVERHEAD;
    }
    flow.shrunk(unsentBytes, protocol);
    watch();
    if (closing && unsent.isEmpty()) {
      lose(null);
    }
  }

  @Override
  public void setWriteBufferLimits(int high, int low) {
    flow.setLimits(new WriteBufferLimits(low, high));
    flow.grown(unsentBytes, protocol);
  }

  @Override
  public int getWriteBufferSize() {
    return unsentBytes;
  }

  // The end

  @Override
  public boolean isClosing() {
    return closing;
  }

  @Override
  public void close() {
    loop.checkThread();
    if (!closing) {
      closing = true;
      if (unsent.isEmpty()) {
        lose(null);
      } else {
        watch();
      }
    }
  }

  @Override
  public void abort() {
    loop.checkThread();
    closing = true;
    lose(null);
  }

  private void fail(Throwable failure, String message) {
    loop.callExceptionHandler(
        new ErrorContext(message, failure, Map.of("transport", this, "protocol", protocol)));
    closing = true;
    lose(failure);
  }

  private void lose(Throwable failure) {
    if (!lost) {
      lost = true;
      unsent.clear();
      unsentBytes = 0;
      socket.watchFor(0);
      loop.enqueue(() -> connectionLost(failure));
    }
  }

  private void connectionLost(Throwable failure) {
    loop.context = context;
    try {
      protocol.connectionLost(failure);
    } finally {
      socket.close();
    }
  }

  @Override
  public Object getExtraInfo(String name) {
    return switch (name) {
      case "peername" -> remoteAddress;
      case "sockname" -> localAddress;
      case "socket" -> socket.channel();
      default -> null;
    };
  }

  @Override
  public String toString() {
    return "DatagramTransport (%s, %s%s, %d bytes unsent)"
        .formatted(
            lost ? "closed" : closing ? "closing" : "open",
            localAddress,
            remoteAddress == null ? "" : " to " + remoteAddress,
            unsentBytes);
  }
}
