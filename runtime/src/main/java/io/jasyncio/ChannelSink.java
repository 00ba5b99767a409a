package io.jasyncio;

import io.jasyncio.spi.Watch;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/** Writes to a pipe that the loop can wait for. */
final class ChannelSink extends PipeSink implements Watcher, Ready, ByteQueue.Target {

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
      unsent.sendTo(this, io);
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
  public int take(ByteBuffer piece) throws IOException {
    return channel.write(piece);
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
  void waitNoMore() {
    waits = false;
    watch.watchFor(0);
  }

  @Override
  void closePipe() {
    watch.stop();
    io.pipes.close(channel);
  }
}
