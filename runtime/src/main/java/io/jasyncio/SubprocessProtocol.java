package io.jasyncio;

import java.nio.ByteBuffer;

/**
 * Is told what becomes of a process. The counterpart of {@code asyncio.SubprocessProtocol}.
 *
 * <pre>
 * connectionMade (pipeDataReceived | pipeConnectionLost | processExited)* connectionLost
 * </pre>
 *
 * <p>{@code connectionLost} comes last, when the process has ended and its pipes are closed. {@code
 * pauseWriting} and {@code resumeWriting} are about the pipe to its standard input.
 */
public interface SubprocessProtocol extends BaseProtocol<SubprocessTransport> {

  /**
   * The process has written something.
   *
   * @param fd 1 for its standard output, 2 for its standard error
   * @param data lent until the method returns: copy what is needed longer
   */
  default void pipeDataReceived(int fd, ByteBuffer data) {}

  /**
   * A pipe to or from the process is closed.
   *
   * @param fd 0 for its standard input, 1 for its standard output, 2 for its standard error
   * @param failure null if it was closed in the usual way, by either end; what the pipe broke with
   */
  default void pipeConnectionLost(int fd, Throwable failure) {}

  /**
   * The process has ended: {@link SubprocessTransport#getReturncode} tells with what. There may
   * still be something to come from its outputs.
   */
  default void processExited() {}
}
