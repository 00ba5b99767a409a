package io.jasyncio.spi;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

/** A socket for messages. */
public interface DatagramSocket extends Socket {

  /**
   * The address that the socket is connected to.
   *
   * @return null if it is not
   */
  SocketAddress remoteAddress();

  /**
   * Takes the next message. What has no room in the buffer is lost.
   *
   * @param target has room
   * @return where it came from, or null if there is none now
   * @throws IOException such as that an earlier message was refused
   */
  SocketAddress receive(ByteBuffer target) throws IOException;

  /**
   * Sends a message.
   *
   * @param source the message
   * @param remote null for the address that the socket is connected to
   * @return false if there is no room now
   * @throws IOException if the operating system refuses
   */
  boolean send(ByteBuffer source, SocketAddress remote) throws IOException;
}
