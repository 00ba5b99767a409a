package io.jasyncio;

import java.net.SocketAddress;

/**
 * A message that came in.
 *
 * @param data its content
 * @param address where it came from
 */
// The array is the reader's own, and messages are not compared.
@SuppressWarnings("ArrayRecordComponent")
public record Datagram(byte[] data, SocketAddress address) {}
