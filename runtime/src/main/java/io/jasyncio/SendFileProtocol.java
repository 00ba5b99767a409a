package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import java.io.IOException;

/** Stands in for a transport's protocol while a file is sent, and says when to go on writing. */
final class SendFileProtocol implements Protocol {

  private final EventLoop loop;
  private final BaseProtocol<Transport> original;

  /** Null unless writing is paused. */
  private Future<Void> paused;

  private boolean toldToPause;
  private boolean lost;
  private Throwable failure;

  SendFileProtocol(EventLoop loop, BaseProtocol<Transport> original) {
    this.loop = loop;
    this.original = original;
  }

  /** Suspends while writing is paused. */
  @Async
  Coroutine<Void> drained() throws IOException {
    if (lost) {
      throw gone();
    }
    if (paused != null) {
      await(paused);
    }
    return result();
  }

  private IOException gone() {
    ConnectionResetException gone =
        new ConnectionResetException("The connection was lost while it sent a file");
    gone.initCause(failure);
    return gone;
  }

  @Override
  public void pauseWriting() {
    if (paused == null) {
      paused = loop.createFuture();
      toldToPause = true;
    }
  }

  @Override
  public void resumeWriting() {
    release();
    toldToPause = false;
  }

  private void release() {
    if (paused != null && !paused.done()) {
      paused.setResult(null);
    }
    paused = null;
  }

  @Override
  public void connectionLost(Throwable cause) {
    lost = true;
    failure = cause;
    if (paused != null && !paused.done()) {
      paused.setException(gone());
    }
    original.connectionLost(cause);
  }

  /** The file is sent: the original protocol takes over, and learns what it has missed. */
  void giveBack(Transport transport) {
    if (lost) {
      return;
    }
    transport.setProtocol(original);
    if (toldToPause) {
      original.pauseWriting();
    }
  }
}
