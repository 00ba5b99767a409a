package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Pipe;
import java.util.function.Supplier;

/**
 * The calls of an event loop that make transports and streams of pipes. For the thread of a running
 * loop.
 *
 * <p>The ends of a {@link Pipe} take no thread: the loop waits for them. Java has nothing else that
 * is a pipe and can be waited for. An {@link InputStream} or {@link OutputStream}, such as standard
 * input or a named pipe that was opened as a file, takes a small daemon thread while a read of it
 * is under way, or a write. A read that has begun cannot be withdrawn: a stream that is closed
 * meanwhile is let go when something comes, and what comes is dropped.
 *
 * <p>The transport closes its pipe in the end. Nothing tells a transport that writes and is at rest
 * that nobody reads the pipe any more: the next write does.
 */
public sealed interface PipeCalls permits EventLoop {

  /** The loop itself. */
  private EventLoop self() {
    return (EventLoop) this;
  }

  /**
   * Receives from a pipe. The counterpart of {@code loop.connect_read_pipe}.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param pipe not used otherwise from now on; it is set not to block
   * @return a coroutine to be awaited; when it ends, the protocol's {@code connectionMade} was
   *     called. Cancelled, it closes the pipe
   * @throws IOException from the await, if the pipe is closed
   * @throws IllegalStateException from the await, if somebody else watches the pipe
   */
  default <P extends PipeProtocol> Coroutine<Endpoint<ReadTransport, P>> connectReadPipe(
      Supplier<P> factory, Pipe.SourceChannel pipe) throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(pipe, "pipe");
    return Pipes.reading(self(), factory, () -> new ChannelSource(self(), pipe));
  }

  /**
   * Receives from a stream of Java's, by a thread.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param pipe not used otherwise from now on
   * @return a coroutine to be awaited, as for a channel
   * @throws IOException never at present
   */
  default <P extends PipeProtocol> Coroutine<Endpoint<ReadTransport, P>> connectReadPipe(
      Supplier<P> factory, InputStream pipe) throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(pipe, "pipe");
    return Pipes.reading(self(), factory, () -> new ThreadSource(self(), pipe));
  }

  /**
   * Sends into a pipe. The counterpart of {@code loop.connect_write_pipe}.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param pipe not used otherwise from now on; it is set not to block
   * @return a coroutine to be awaited; when it ends, the protocol's {@code connectionMade} was
   *     called. Cancelled, it closes the pipe
   * @throws IOException from the await, if the pipe is closed
   * @throws IllegalStateException from the await, if somebody else watches the pipe
   */
  default <P extends BaseProtocol<WriteTransport>>
      Coroutine<Endpoint<WriteTransport, P>> connectWritePipe(
          Supplier<P> factory, Pipe.SinkChannel pipe) throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(pipe, "pipe");
    return Pipes.writing(self(), factory, () -> new ChannelSink(self(), pipe));
  }

  /**
   * Sends into a stream of Java's, by a thread. Each block is flushed.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param pipe not used otherwise from now on
   * @return a coroutine to be awaited, as for a channel
   * @throws IOException never at present
   */
  default <P extends BaseProtocol<WriteTransport>>
      Coroutine<Endpoint<WriteTransport, P>> connectWritePipe(
          Supplier<P> factory, OutputStream pipe) throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(pipe, "pipe");
    return Pipes.writing(
        self(), factory, () -> new ThreadSink(self(), pipe, ConnectionResetException::of));
  }

  // Streams

  /**
   * Reads a pipe as a stream. For another limit than the usual one use {@link
   * StreamReaderProtocol}.
   *
   * @param pipe not used otherwise from now on
   * @return a coroutine to be awaited, for the reader
   * @throws IOException from the await, if the pipe is closed
   */
  default Coroutine<StreamReader> openReadPipe(Pipe.SourceChannel pipe) throws IOException {
    Arguments.notNull(pipe, "pipe");
    return Pipes.reader(self(), () -> new ChannelSource(self(), pipe));
  }

  /**
   * Reads a stream of Java's as one that suspends, by a thread.
   *
   * <pre>{@code
   * var input = await(getRunningLoop().openReadPipe(System.in));
   * for (String line : input.lines()) {...}
   * }</pre>
   *
   * @param pipe not used otherwise from now on
   * @return a coroutine to be awaited, for the reader
   * @throws IOException never at present
   */
  default Coroutine<StreamReader> openReadPipe(InputStream pipe) throws IOException {
    Arguments.notNull(pipe, "pipe");
    return Pipes.reader(self(), () -> new ThreadSource(self(), pipe));
  }

  /**
   * Writes to a pipe as a stream.
   *
   * @param pipe not used otherwise from now on
   * @return a coroutine to be awaited, for the writer
   * @throws IOException from the await, if the pipe is closed
   */
  default Coroutine<StreamWriter> openWritePipe(Pipe.SinkChannel pipe) throws IOException {
    Arguments.notNull(pipe, "pipe");
    return Pipes.writer(self(), () -> new ChannelSink(self(), pipe));
  }

  /**
   * Writes to a stream of Java's as one that suspends, by a thread.
   *
   * @param pipe not used otherwise from now on
   * @return a coroutine to be awaited, for the writer
   * @throws IOException never at present
   */
  default Coroutine<StreamWriter> openWritePipe(OutputStream pipe) throws IOException {
    Arguments.notNull(pipe, "pipe");
    return Pipes.writer(self(), () -> new ThreadSink(self(), pipe, ConnectionResetException::of));
  }
}
