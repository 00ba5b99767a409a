package io.jasyncio;

import java.util.Map;

/** Tells a protocol to pause and to resume writing, as the marks have it. */
final class FlowControl {

  private final EventLoop loop;
  private final BaseTransport transport;
  private WriteBufferLimits limits = WriteBufferLimits.DEFAULT;
  private boolean paused;

  FlowControl(EventLoop loop, BaseTransport transport) {
    this.loop = loop;
    this.transport = transport;
  }

  WriteBufferLimits limits() {
    return limits;
  }

  void setLimits(WriteBufferLimits changed) {
    limits = changed;
  }

  boolean isAbove(int size) {
    return size > limits.high();
  }

  /** Something was written. */
  void grown(int size, BaseProtocol<?> protocol) {
    if (size > limits.high() && !paused) {
      paused = true;
      tell(protocol, "pauseWriting", protocol::pauseWriting);
    }
  }

  /** Something was sent. */
  void shrunk(int size, BaseProtocol<?> protocol) {
    if (paused && size <= limits.low()) {
      paused = false;
      tell(protocol, "resumeWriting", protocol::resumeWriting);
    }
  }

  private void tell(BaseProtocol<?> protocol, String name, Runnable callback) {
    try {
      callback.run();
    } catch (Throwable failure) {
      loop.callExceptionHandler(
          new ErrorContext(
              "protocol." + name + "() failed",
              failure,
              Map.of("transport", transport, "protocol", protocol)));
    }
  }
}
