package io.jasyncio;

import io.jasyncio.spi.Watch;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/** Writes to a pipe that the loop can wait for. */
final class ChannelSink extends PipeSink implements Watcher, Ready {

  private final Pipe.SinkChannel channel;
  private final Watch watch;

  /** The pipe is full. */
  private boolean waits;

  private boolean queued;

  ChannelSink(EventLoop loop, Pipe.SinkChannel channel) throws IOException {
    super(loop, channel);
    this.channel = channel;
    channel.configureBlocking(false);
    watch = io.network.watch(channel, this);
    io.pipes.opened(channel);
  }

  @Override
  public void ready(int operations) {
    if (!queued) {
      queued = true;
      loop.enqueue(this);
    }
  }

  @Override
  public void takeTurn() {
    queued = false;
    if (waits) {
      send();
    }
  }

  @Override
  void send() {
    try {
      while (!unsent.isEmpty()) {
        ByteBuffer buffer = io.writeBuffer();
        unsent.copyTo(buffer);
        unsent.drop(channel.write(buffer.flip()));
        if (buffer.hasRemaining()) {
          break;
        }
      }
    } catch (IOException failure) {
      failed(ConnectionResetException.of(failure));
      return;
    } catch (RuntimeException | Error failure) {
      failed(failure);
      return;
    }
    waits = !unsent.isEmpty();
    watch.watchFor(waits ? WRITE : 0);
    sent();
  }

  @Override
  boolean isBusy() {
    return waits;
  }

  @Override
  int bytesUnderWay() {
    return 0;
  }

  @Override
  void stop() {
    waits = false;
    watch.watchFor(0);
  }

  @Override
  void closePipe() {
    watch.stop();
    io.pipes.close(channel);
  }
}
