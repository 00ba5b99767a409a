package io.jasyncio;

import io.jasyncio.annotations.Async;

/**
 * What a server does with a connection, usually a lambda that awaits. The counterpart of the
 * argument {@code client_connected_cb} of {@code asyncio.start_server}.
 */
@FunctionalInterface
public interface ConnectionHandler {

  /**
   * Serves a connection. Runs as a task of its own. What it throws goes to the loop's exception
   * handler, and the connection is closed. Otherwise the connection stays open until the writer is
   * closed.
   *
   * @param reader what the client sends
   * @param writer to answer with
   * @return a coroutine that ends when the client is served
   * @throws Exception goes to the loop's exception handler
   */
  @Async
  Coroutine<Void> handle(StreamReader reader, StreamWriter writer) throws Exception;
}
