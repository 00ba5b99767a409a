package io.jasyncio.spi;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** One end of a connection, or of one that is to be made. */
public interface StreamSocket extends Socket {

  /**
   * Sets the address of this end, before it is connected.
   *
   * @param local port 0 for any
   * @throws IOException as {@link java.net.BindException} where the address is taken
   */
  void bind(SocketAddress local) throws IOException;

  /**
   * Begins to connect.
   *
   * @param remote whom to
   * @return true if it is connected already; otherwise watch for {@link Watcher#CONNECT}
   * @throws IOException if it fails at once
   */
  boolean connect(SocketAddress remote) throws IOException;

  /**
   * Finishes what {@link #connect} has begun.
   *
   * @return false if it is not decided yet
   * @throws IOException if connecting failed
   */
  boolean finishConnect() throws IOException;

  /**
   * The address of the other end.
   *
   * @return null if there is none
   */
  SocketAddress remoteAddress();

  /**
   * Reads what is there.
   *
   * @param target has room
   * @return the number of bytes, 0 if there is nothing now, -1 if there never will be
   * @throws IOException if the connection is broken
   */
  int read(ByteBuffer target) throws IOException;

  /**
   * Writes as much as there is room for.
   *
   * @param source a direct buffer
   * @return the number of bytes
   * @throws IOException if the connection is broken
   */
  int write(ByteBuffer source) throws IOException;

  /**
   * Writes from a file as much as there is room for.
   *
   * @param file open for reading
   * @param position where to begin
   * @param count how many bytes at most
   * @return the number of bytes; 0 if there is no room now, or no more in the file
   * @throws IOException if the connection is broken or the file cannot be read
   */
  long writeFrom(FileChannel file, long position, long count) throws IOException;

  /**
   * Tells the other end that nothing more will come.
   *
   * @throws IOException if the connection is broken
   */
  void shutdownOutput() throws IOException;
}
