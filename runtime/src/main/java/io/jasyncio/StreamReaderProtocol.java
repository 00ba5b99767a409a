package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.nio.ByteBuffer;

/**
 * Feeds a reader with what comes out of a pipe. The counterpart of {@code
 * asyncio.StreamReaderProtocol}.
 *
 * <pre>{@code
 * var reader = new StreamReader(limit);
 * await(loop.connectReadPipe(() -> new StreamReaderProtocol(reader), pipe));
 * }</pre>
 */
public final class StreamReaderProtocol implements PipeProtocol {

  private final StreamReader reader;

  /**
   * A protocol for one pipe.
   *
   * @param reader fed by nobody else
   */
  public StreamReaderProtocol(StreamReader reader) {
    this.reader = Arguments.notNull(reader, "reader");
  }

  @Override
  public void connectionMade(ReadTransport transport) {
    reader.setTransport(transport);
  }

  @Override
  public void dataReceived(ByteBuffer data) {
    reader.feedData(data);
  }

  @Override
  public void eofReceived() {
    reader.feedEof();
  }

  @Override
  public void connectionLost(Throwable failure) {
    if (failure == null) {
      reader.feedEof();
    } else {
      reader.setException(failure);
    }
  }
}
