package io.jasyncio.spi;

/**
 * How a socket listens.
 *
 * @param backlog how many connections the operating system accepts ahead
 * @param reuseAddress not to be kept off by connections of an earlier server
 * @param reusePort to share the port with other sockets that do so, too
 */
public record ListenOptions(int backlog, boolean reuseAddress, boolean reusePort) {}
