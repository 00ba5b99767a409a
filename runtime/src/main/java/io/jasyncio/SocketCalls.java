package io.jasyncio;

import io.jasyncio.internal.Arguments;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * The calls of an event loop for channels that the program has opened and uses itself. For the
 * thread of the loop. The channels must not block: {@code channel.configureBlocking(false)}.
 *
 * <p>One task at a time may read from a channel, and one may write: a second one takes the place of
 * the first, which then waits until it is cancelled. The loop closes none of these channels.
 */
public sealed interface SocketCalls permits EventLoop {

  /** The loop itself. */
  private EventLoop self() {
    return (EventLoop) this;
  }

  // Callbacks

  /**
   * Has {@code callback} called in each turn in which the channel has something to read, or a
   * connection to accept. It takes the place of the one before. The counterpart of {@code
   * loop.add_reader}.
   *
   * @param channel not blocking, and not a transport's
   * @param callback what it throws goes to the exception handler
   * @throws IOException if the channel is closed
   * @throws IllegalArgumentException if the channel blocks
   * @throws IllegalStateException if the channel is a transport's
   */
  default void addReader(SelectableChannel channel, Runnable callback) throws IOException {
    SocketOperations.watch(self(), channel, SocketOperations.toRead(channel), callback);
  }

  /**
   * Has {@code callback} called in each turn in which the channel has room to write, or has come to
   * a connection. It takes the place of the one before. The counterpart of {@code loop.add_writer}.
   *
   * @param channel not blocking, and not a transport's
   * @param callback what it throws goes to the exception handler
   * @throws IOException if the channel is closed
   * @throws IllegalArgumentException if the channel blocks
   * @throws IllegalStateException if the channel is a transport's
   */
  default void addWriter(SelectableChannel channel, Runnable callback) throws IOException {
    SocketOperations.watch(self(), channel, SocketOperations.toWrite(channel), callback);
  }

  /**
   * Forgets what {@link #addReader} has set. The counterpart of {@code loop.remove_reader}.
   *
   * @param channel as given there
   * @return false if there was nothing
   */
  default boolean removeReader(SelectableChannel channel) {
    self().checkThread();
    return self().io().watches().remove(channel, Watcher.READ);
  }

  /**
   * Forgets what {@link #addWriter} has set. The counterpart of {@code loop.remove_writer}.
   *
   * @param channel as given there
   * @return false if there was nothing
   */
  default boolean removeWriter(SelectableChannel channel) {
    self().checkThread();
    return self().io().watches().remove(channel, Watcher.WRITE);
  }

  // Connections

  /**
   * Connects. A host in the address that is not resolved yet is looked up. The counterpart of
   * {@code loop.sock_connect}.
   *
   * @param channel not connected
   * @param address whom to connect to
   * @return a coroutine to be awaited; cancelled, it leaves the channel to the program
   * @throws IOException from the await
   */
  default Coroutine<Void> sockConnect(SocketChannel channel, SocketAddress address)
      throws IOException {
    Arguments.notNull(address, "address");
    return SocketOperations.connect(self(), channel, address);
  }

  /**
   * Accepts a connection. The counterpart of {@code loop.sock_accept}.
   *
   * @param channel bound
   * @return a coroutine to be awaited, for a channel that does not block
   * @throws IOException from the await
   */
  default Coroutine<SocketChannel> sockAccept(ServerSocketChannel channel) throws IOException {
    return SocketOperations.accept(self(), channel);
  }

  /**
   * Receives what is there. The counterpart of {@code loop.sock_recv}.
   *
   * @param channel connected
   * @param most the most bytes to take, at least 1
   * @return a coroutine to be awaited; for no bytes at the end
   * @throws IOException from the await
   */
  default Coroutine<byte[]> sockRecv(SocketChannel channel, int most) throws IOException {
    return SocketOperations.receive(self(), channel, most);
  }

  /**
   * Receives into a buffer. The counterpart of {@code loop.sock_recv_into}.
   *
   * @param channel connected
   * @param target its position moves behind what was received
   * @return a coroutine to be awaited, for the number of bytes; 0 at the end, and if there is no
   *     room
   * @throws IOException from the await
   */
  default Coroutine<Integer> sockRecvInto(SocketChannel channel, ByteBuffer target)
      throws IOException {
    Arguments.notNull(target, "target");
    return SocketOperations.receiveInto(self(), channel, target);
  }

  /**
   * Sends all of it. The counterpart of {@code loop.sock_sendall}.
   *
   * @param channel connected
   * @param data not to be changed until it is sent
   * @return a coroutine to be awaited; if it fails or is cancelled, nobody knows how much was sent
   * @throws IOException from the await
   */
  default Coroutine<Void> sockSendall(SocketChannel channel, byte[] data) throws IOException {
    return sockSendall(channel, ByteBuffer.wrap(data));
  }

  /**
   * Sends all that remains in a buffer.
   *
   * @param channel connected
   * @param data its position moves as it is sent
   * @return a coroutine to be awaited
   * @throws IOException from the await
   */
  default Coroutine<Void> sockSendall(SocketChannel channel, ByteBuffer data) throws IOException {
    Arguments.notNull(data, "data");
    return SocketOperations.sendAll(self(), channel, data);
  }

  /**
   * Sends a part of a file, which the operating system copies by itself where it can. The
   * counterpart of {@code loop.sock_sendfile}.
   *
   * @param channel connected
   * @param file open for reading; its position does not matter and stays
   * @param offset where to begin, in bytes
   * @param count how many bytes at most; {@link Long#MAX_VALUE} for all to the end
   * @return a coroutine to be awaited, for the number of bytes
   * @throws IOException from the await
   * @throws IllegalArgumentException from the await, if the offset is negative, or the count is not
   *     positive
   */
  default Coroutine<Long> sockSendfile(
      SocketChannel channel, FileChannel file, long offset, long count) throws IOException {
    Arguments.notNull(file, "file");
    return SocketOperations.sendFile(self(), channel, file, offset, count);
  }

  // Messages

  /**
   * Receives a message. The counterpart of {@code loop.sock_recvfrom}.
   *
   * @param channel bound or connected
   * @param most what is longer is cut off, in bytes
   * @return a coroutine to be awaited
   * @throws IOException from the await
   */
  default Coroutine<Datagram> sockRecvfrom(DatagramChannel channel, int most) throws IOException {
    return SocketOperations.receiveFrom(self(), channel, most);
  }

  /**
   * Receives a message into a buffer. The counterpart of {@code loop.sock_recvfrom_into}, which
   * returns the number of bytes as well.
   *
   * @param channel bound or connected
   * @param target its position moves behind what was received; what has no room is cut off
   * @return a coroutine to be awaited, for the address that it came from
   * @throws IOException from the await
   */
  default Coroutine<SocketAddress> sockRecvfromInto(DatagramChannel channel, ByteBuffer target)
      throws IOException {
    Arguments.notNull(target, "target");
    return SocketOperations.receiveFromInto(self(), channel, target);
  }

  /**
   * Sends a message. The counterpart of {@code loop.sock_sendto}.
   *
   * @param channel any
   * @param data the message
   * @param address whom to send it to
   * @return a coroutine to be awaited, for the number of bytes
   * @throws IOException from the await
   */
  default Coroutine<Integer> sockSendto(
      DatagramChannel channel, ByteBuffer data, SocketAddress address) throws IOException {
    Arguments.notNull(data, "data");
    Arguments.notNull(address, "address");
    return SocketOperations.sendTo(self(), channel, data, address);
  }
}
