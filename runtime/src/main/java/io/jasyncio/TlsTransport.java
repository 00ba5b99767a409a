package io.jasyncio;

import java.nio.ByteBuffer;
import java.util.Objects;

/** What a program sees of a connection over TLS. */
final class TlsTransport implements Transport {

  private final TlsProtocol tls;

  TlsTransport(TlsProtocol tls) {
    this.tls = tls;
  }

  @Override
  public Object getExtraInfo(String name) {
    return tls.extraInfo(name);
  }

  @Override
  public boolean isClosing() {
    return tls.isClosing();
  }

  @Override
  public void close() {
    tls.close();
  }

  @Override
  public void abort() {
    tls.abort();
  }

  @Override
  public boolean isReading() {
    return tls.isReading();
  }

  @Override
  public void pauseReading() {
    tls.pauseReading();
  }

  @Override
  public void resumeReading() {
    tls.resumeReading();
  }

  @Override
  public void write(byte[] data, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, data.length);
    tls.write(ByteBuffer.wrap(data, offset, length));
  }

  @Override
  public void write(ByteBuffer data) {
    tls.write(data);
  }

  @Override
  public void writeEof() {
    throw new UnsupportedOperationException(
        "TLS has no half-closed connections: close() the transport, or say in your protocol that"
            + " nothing more comes");
  }

  @Override
  public boolean canWriteEof() {
    return false;
  }

  @Override
  public void setWriteBufferLimits(int high, int low) {
    tls.flow().setLimits(new WriteBufferLimits(low, high));
    tls.flow().grown(tls.unsent(), tls.appProtocol());
  }

  @Override
  public WriteBufferLimits getWriteBufferLimits() {
    return tls.flow().limits();
  }

  @Override
  public int getWriteBufferSize() {
    return tls.unsent();
  }

  @Override
  public void setProtocol(BaseProtocol<Transport> protocol) {
    tls.setAppProtocol(protocol, false);
  }

  @Override
  public BaseProtocol<Transport> getProtocol() {
    return tls.appProtocol();
  }

  @Override
  public String toString() {
    return "TlsTransport (" + tls + ")";
  }
}
