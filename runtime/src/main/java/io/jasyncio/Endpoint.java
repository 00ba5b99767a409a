package io.jasyncio;

/**
 * A transport and its protocol: the pair that {@code loop.create_connection} returns.
 *
 * @param <T> the kind of the transport
 * @param <P> the kind of the protocol
 * @param transport to send with
 * @param protocol what the factory made
 */
public record Endpoint<T extends BaseTransport, P>(T transport, P protocol) {}
