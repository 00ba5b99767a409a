package io.jasyncio.spi;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.nio.channels.SelectableChannel;

/**
 * Makes the sockets of one loop, which are watched by its poller. For the loop's thread, or, while
 * the loop is not running, for one thread at a time.
 */
public interface Network {

  /**
   * Opens a socket to connect with.
   *
   * @param remote whom it is to connect to; it decides about the kind of the socket
   * @return not connected
   * @throws IOException if the operating system refuses
   */
  StreamSocket open(SocketAddress remote) throws IOException;

  /**
   * Opens a socket and listens.
   *
   * @param local where; port 0 for any that is free
   * @param options how
   * @return a socket that accepts
   * @throws IOException as {@link java.net.BindException} where the address is taken
   */
  ListeningSocket listen(SocketAddress local, ListenOptions options) throws IOException;

  /**
   * Opens a socket for messages.
   *
   * @param family null for the family of the addresses
   * @param local null for any
   * @param remote null not to connect it
   * @param options how
   * @return a socket that is bound
   * @throws IOException as {@link java.net.BindException} where the address is taken
   */
  DatagramSocket datagram(
      ProtocolFamily family, SocketAddress local, SocketAddress remote, DatagramOptions options)
      throws IOException;

  /**
   * Takes over a channel that the program has opened.
   *
   * @param channel connected
   * @return the channel as a socket of this network, not blocking from now on
   * @throws IOException if the channel is closed
   * @throws UnsupportedOperationException if this network is not made of such channels
   */
  StreamSocket adopt(SelectableChannel channel) throws IOException;

  /**
   * Takes over a connection that another loop has accepted, of whose network this is another one.
   *
   * @param accepted not watched for anything yet, and not to be used any more
   * @return the connection as a socket of this network
   * @throws IOException if it cannot be watched
   */
  StreamSocket takeOver(StreamSocket accepted) throws IOException;

  /**
   * Takes over a listening channel that the program has opened.
   *
   * @param channel bound
   * @return the channel as a socket of this network, not blocking from now on
   * @throws IOException if the channel is closed
   * @throws UnsupportedOperationException if this network is not made of such channels
   */
  ListeningSocket adoptListening(SelectableChannel channel) throws IOException;

  /**
   * Takes over a channel for messages that the program has opened.
   *
   * @param channel bound or connected
   * @return the channel as a socket of this network, not blocking from now on
   * @throws IOException if the channel is closed
   * @throws UnsupportedOperationException if this network is not made of such channels
   */
  DatagramSocket adoptDatagram(SelectableChannel channel) throws IOException;

  /**
   * Watches a channel that the program uses itself. A channel that is closed is forgotten.
   *
   * @param channel not blocking
   * @param watcher who is told
   * @return watches for nothing yet
   * @throws IOException if the channel is closed
   * @throws IllegalStateException if the channel is watched already, such as by a transport
   * @throws UnsupportedOperationException if this network is not made of such channels
   */
  Watch watch(SelectableChannel channel, Watcher watcher) throws IOException;
}
