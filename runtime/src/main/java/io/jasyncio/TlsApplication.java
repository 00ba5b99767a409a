package io.jasyncio;

import java.nio.ByteBuffer;
import java.util.Map;

/** The protocol above TLS: what it is told, and what becomes of what it throws. */
final class TlsApplication {

  private final EventLoop loop;
  private final Transport transport;
  private BaseProtocol<Transport> protocol;

  /** The protocol is still to be told that the connection was made. */
  private boolean awaitsConnection;

  private boolean connected;

  TlsApplication(EventLoop loop, Transport transport) {
    this.loop = loop;
    this.transport = transport;
  }

  /** Sets who is told; whether it is still to be told that the connection was made. */
  void set(BaseProtocol<Transport> told, boolean callConnectionMade) {
    protocol = told;
    awaitsConnection = callConnectionMade;
    connected = !callConnectionMade;
  }

  BaseProtocol<Transport> protocol() {
    return protocol;
  }

  void connectionMade() {
    if (!awaitsConnection) {
      return;
    }
    awaitsConnection = false;
    connected = true;
    try {
      protocol.connectionMade(transport);
    } catch (Throwable failure) {
      report("Exception in connectionMade()", failure);
    }
  }

  /** Hands the content on; gives what the protocol threw, null if nothing. */
  Throwable dataReceived(ByteBuffer content) {
    try {
      if (protocol instanceof BufferedProtocol buffered) {
        Delivery.into(buffered, content);
      } else {
        ((Protocol) protocol).dataReceived(content);
      }
      return null;
    } catch (Throwable failure) {
      report("Fatal error: application protocol failed to receive data", failure);
      return failure;
    }
  }

  /** The application cannot keep its half open, whatever it answers. */
  void eofReceived() {
    try {
      boolean unused = Delivery.eof(protocol);
    } catch (Throwable failure) {
      report("Error calling eofReceived()", failure);
    }
  }

  /** Tells it once, and only if it knows of the connection. */
  void connectionLost(Throwable failure) {
    if (connected) {
      connected = false;
      protocol.connectionLost(failure);
    }
  }

  private void report(String message, Throwable failure) {
    loop.callExceptionHandler(
        new ErrorContext(message, failure, Map.of("transport", transport, "protocol", protocol)));
  }
}
