package io.jasyncio.spi;

/**
 * How a socket for messages is opened.
 *
 * @param reusePort to share the port with other sockets that do so, too
 * @param broadcast to be allowed to send to all
 */
public record DatagramOptions(boolean reusePort, boolean broadcast) {}
