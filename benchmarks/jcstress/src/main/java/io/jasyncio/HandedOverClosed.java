package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.jasyncio.spi.StreamSocket;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A loop hands a connection over to another one, which ends its server. */
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "the connection is closed, once")
@State
public class HandedOverClosed {

  private final EventLoop loop = EventLoop.create();
  private final HandedOver share = new HandedOver(loop, null);
  private final AtomicInteger closings = new AtomicInteger();

  /** A connection that counts how often it is closed, and can do nothing else. */
  private final StreamSocket connection =
      (StreamSocket)
          Proxy.newProxyInstance(
              StreamSocket.class.getClassLoader(),
              new Class<?>[] {StreamSocket.class},
              (proxy, method, arguments) -> {
                if (!method.getName().equals("close")) {
                  throw new UnsupportedOperationException(method.getName());
                }
                closings.incrementAndGet();
                return null;
              });

  /** The accepting loop. */
  @Actor
  public void accepting() {
    share.add(connection);
  }

  /** The other loop. */
  @Actor
  public void loop() {
    share.close();
    loop.stop();
    loop.runForever();
  }

  /** How often the connection was closed. */
  @Arbiter
  public void count(I_Result result) {
    result.r1 = closings.get();
  }
}
