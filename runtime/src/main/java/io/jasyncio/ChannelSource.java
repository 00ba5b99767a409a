package io.jasyncio;

import io.jasyncio.spi.Watch;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/** Reads a pipe that the loop can wait for. */
final class ChannelSource extends PipeSource implements Watcher, Ready {

  private final LoopIo io;
  private final Pipe.SourceChannel channel;
  private final Watch watch;
  private boolean queued;

  ChannelSource(EventLoop loop, Pipe.SourceChannel channel) throws IOException {
    super(loop, channel);
    this.channel = channel;
    io = loop.io();
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
    if (!readsNow()) {
      return;
    }
    ByteBuffer buffer = io.readBuffer();
    int count;
    try {
      count = channel.read(buffer);
    } catch (IOException failure) {
      failed(failure);
      return;
    }
    if (count > 0) {
      received(buffer.flip());
    } else if (count < 0) {
      endReached();
    }
  }

  @Override
  void readOn() {
    watch.watchFor(READ);
  }

  @Override
  void readNoMore() {
    watch.watchFor(0);
  }

  @Override
  void closePipe() {
    watch.stop();
    io.pipes.close(channel);
  }
}
