package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.util.function.Supplier;

/** How pipes become transports and streams. */
final class Pipes {

  /** Takes the program's end of a pipe over. */
  @FunctionalInterface
  interface Opening<T> {
    T open() throws IOException;
  }

  private Pipes() {}

  @Async
  static <P extends PipeProtocol> Coroutine<Endpoint<ReadTransport, P>> reading(
      EventLoop loop, Supplier<P> factory, Opening<PipeSource> pipe) throws IOException {
    P protocol = factory.get();
    PipeSource source = pipe.open();
    Future<Void> made = loop.createFuture();
    source.start(protocol, made);
    try {
      await(made);
    } catch (Throwable failure) {
      source.close();
      throw failure;
    }
    return result(new Endpoint<>(source, protocol));
  }

  @Async
  static <P extends BaseProtocol<WriteTransport>> Coroutine<Endpoint<WriteTransport, P>> writing(
      EventLoop loop, Supplier<P> factory, Opening<PipeSink> pipe) throws IOException {
    P protocol = factory.get();
    PipeSink sink = pipe.open();
    Future<Void> made = loop.createFuture();
    sink.start(protocol, made);
    try {
      await(made);
    } catch (Throwable failure) {
      sink.close();
      throw failure;
    }
    return result(new Endpoint<>(sink, protocol));
  }

  @Async
  static Coroutine<StreamReader> reader(EventLoop loop, Opening<PipeSource> pipe)
      throws IOException {
    StreamReader reader = new StreamReader();
    Object unused = await(reading(loop, () -> new StreamReaderProtocol(reader), pipe));
    return result(reader);
  }

  @Async
  static Coroutine<StreamWriter> writer(EventLoop loop, Opening<PipeSink> pipe) throws IOException {
    var end = await(writing(loop, () -> new WriterProtocol<WriteTransport>(loop), pipe));
    return result(new StreamWriter(end.transport(), end.protocol(), null));
  }
}
