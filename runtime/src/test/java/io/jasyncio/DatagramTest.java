package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import io.jasyncio.nio.NioNetwork;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatagramTest extends IoStory {

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  /** Keeps what it is told, one after the other. */
  private class Told implements DatagramProtocol {

    final AsyncQueue<Object> received = new AsyncQueue<>();
    final Future<Throwable> lost = getRunningLoop().createFuture();

    @Override
    public void connectionMade(DatagramTransport transport) {
      note("made");
    }

    @Override
    public void datagramReceived(ByteBuffer data, SocketAddress address) {
      received.putNowait(UTF_8.decode(data).toString());
    }

    @Override
    public void errorReceived(Exception failure) {
      received.putNowait(failure);
    }

    @Override
    public void connectionLost(Throwable failure) {
      note("lost");
      lost.setResult(failure);
    }
  }

  /** Sends back what it gets, in capitals. */
  private static final class Shouter implements DatagramProtocol {

    private DatagramTransport transport;

    @Override
    public void connectionMade(DatagramTransport made) {
      transport = made;
    }

    @Override
    public void datagramReceived(ByteBuffer data, SocketAddress address) {
      String text = UTF_8.decode(data).toString().toUpperCase(Locale.ROOT);
      transport.sendto(text.getBytes(UTF_8), address);
    }
  }

  private static Coroutine<Endpoint<DatagramTransport, Shouter>> shouter() throws IOException {
    return getRunningLoop()
        .createDatagramEndpoint(
            Shouter::new, DatagramEndpointOptions.DEFAULT.withLocalAddress(ANY_PORT));
  }

  private static InetSocketAddress addressOf(Endpoint<DatagramTransport, ?> endpoint) {
    return (InetSocketAddress) endpoint.transport().getExtraInfo("sockname");
  }

  private Coroutine<Endpoint<DatagramTransport, Told>> connectedTo(InetSocketAddress remote)
      throws IOException {
    return getRunningLoop()
        .createDatagramEndpoint(
            Told::new, DatagramEndpointOptions.DEFAULT.withRemoteAddress(remote));
  }

  @Test
  void connectedEndpoint_sendsAndReceivesMessages() {
    run(() -> connected());
    expect("made", "connected", "HELLO", "lost");
    expectReports();
  }

  @Async
  private Coroutine<Void> connected() throws IOException {
    var server = await(shouter());
    var client = await(connectedTo(addressOf(server)));
    note("connected");
    assertEquals(addressOf(server), client.transport().getExtraInfo("peername"));
    assertNotNull(client.transport().getExtraInfo("socket"));
    client.transport().sendto("hello".getBytes(UTF_8));
    note("" + await(client.protocol().received.get()));
    client.transport().close();
    assertTrue(client.transport().isClosing());
    assertNull(await(client.protocol().lost));
    client.transport().sendto("too late".getBytes(UTF_8));
    server.transport().abort();
    return result();
  }

  @Test
  void emptyMessageOfAConnectedEndpoint_isSent_orRefusedWhereChannelsCannotSendIt() {
    run(() -> emptyOfConnected());
  }

  @Async
  private Coroutine<Void> emptyOfConnected() throws IOException {
    var server = await(shouter());
    var client = await(connectedTo(addressOf(server)));
    if (getRunningLoop().io().network instanceof NioNetwork) {
      assertThrows(
          UnsupportedOperationException.class, () -> client.transport().sendto(new byte[0]));
    } else {
      client.transport().sendto(new byte[0]);
      assertEquals("", await(client.protocol().received.get()));
    }
    client.transport().close();
    server.transport().close();
    return result();
  }

  @Test
  void emptyMessage_isAMessage() {
    run(() -> empty());
    expect("made", "", "made", "HELLO");
  }

  @Async
  private Coroutine<Void> empty() throws IOException {
    var server = await(shouter());
    var client =
        await(getRunningLoop().createDatagramEndpoint(Told::new, DatagramEndpointOptions.DEFAULT));
    client.transport().sendto(new byte[0], addressOf(server));
    note("" + await(client.protocol().received.get()));
    var other = await(connectedTo(addressOf(server)));
    other.transport().sendto("hello".getBytes(UTF_8));
    note("" + await(other.protocol().received.get()));
    return result();
  }

  @Test
  void messagesStayWhole_andInOrder() {
    run(() -> manyMessages());
    expect("made", "0 1 2 3 4 5 6 7 8 9");
  }

  @Async
  private Coroutine<Void> manyMessages() throws IOException {
    var server = await(shouter());
    var client = await(connectedTo(addressOf(server)));
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      client.transport().sendto(("" + i).getBytes(UTF_8));
    }
    for (int i = 0; i < 10; i++) {
      all.append(await(client.protocol().received.get())).append(i < 9 ? " " : "");
    }
    note(all.toString());
    return result();
  }

  @Test
  void nameOfTheOtherEnd_isLookedUp() {
    run(() -> byName());
    expect("made", "HELLO");
  }

  @Async
  private Coroutine<Void> byName() throws IOException {
    var server = await(shouter());
    int port = addressOf(server).getPort();
    var client = await(connectedTo(InetSocketAddress.createUnresolved("localhost", port)));
    client.transport().sendto("hello".getBytes(UTF_8));
    note("" + await(client.protocol().received.get()));
    return result();
  }

  @Test
  void nobodyThere_isToldToTheProtocolAndTheEndpointGoesOn() {
    run(() -> nobody());
    expect("made");
    expectReports();
  }

  @Async
  private Coroutine<Void> nobody() throws IOException {
    var gone = await(shouter());
    InetSocketAddress address = addressOf(gone);
    var client = await(connectedTo(address));
    gone.transport().close();
    await(sleep(Duration.ZERO));
    await(sleep(Duration.ZERO));
    client.transport().sendto("anybody?".getBytes(UTF_8));
    assertInstanceOf(PortUnreachableException.class, await(client.protocol().received.get()));
    assertFalse(client.transport().isClosing());
    return result();
  }

  @Test
  void wrongAddresses_areRefused() {
    run(() -> wrongAddresses());
  }

  @Async
  private Coroutine<Void> wrongAddresses() throws IOException {
    var free = await(shouter());
    var client = await(connectedTo(addressOf(free)));
    byte[] data = new byte[1];
    assertThrows(IllegalStateException.class, () -> free.transport().sendto(data));
    assertThrows(
        IllegalArgumentException.class,
        () -> free.transport().sendto(data, InetSocketAddress.createUnresolved("localhost", 9)));
    assertThrows(IllegalArgumentException.class, () -> client.transport().sendto(data, ANY_PORT));
    return result();
  }

  @Test
  void protocolThatThrows_endsTheEndpoint() {
    run(() -> throwing());
    expect("made", "made", "lost");
    expectReports("Fatal error: protocol.datagramReceived() call failed.");
  }

  @Async
  private Coroutine<Void> throwing() throws IOException {
    var server =
        await(
            getRunningLoop()
                .createDatagramEndpoint(
                    () ->
                        new Told() {
                          @Override
                          public void datagramReceived(ByteBuffer data, SocketAddress address) {
                            throw new IllegalStateException("on purpose");
                          }
                        },
                    DatagramEndpointOptions.DEFAULT.withLocalAddress(ANY_PORT)));
    var client = await(connectedTo(addressOf(server)));
    client.transport().sendto("x".getBytes(UTF_8));
    assertInstanceOf(IllegalStateException.class, await(server.protocol().lost));
    return result();
  }

  @Test
  void portInUse_isABindException() {
    assertThrows(BindException.class, () -> run(() -> twice()));
  }

  @Async
  private Coroutine<Void> twice() throws IOException {
    var first = await(shouter());
    Object unused =
        await(
            getRunningLoop()
                .createDatagramEndpoint(
                    Told::new, DatagramEndpointOptions.DEFAULT.withLocalAddress(addressOf(first))));
    return result();
  }

  // Options

  @Test
  void addressesOfDifferentKinds_areRefused_andNamesFollowTheOtherEnd() {
    run(() -> kinds());
    expect(
        "The local address /[0:0:0:0:0:0:0:1]:0 and the remote address /127.0.0.1:9 are of"
            + " different kinds",
        "made");
  }

  private static InetSocketAddress at(String host, int port) {
    return new InetSocketAddress(host, port);
  }

  @Async
  private Coroutine<Void> kinds() throws IOException {
    EventLoop loop = getRunningLoop();
    var four = DatagramEndpointOptions.DEFAULT.withLocalAddress(ANY_PORT);
    try {
      Object unused =
          await(
              loop.createDatagramEndpoint(
                  Told::new,
                  DatagramEndpointOptions.DEFAULT
                      .withLocalAddress(at("::1", 0))
                      .withRemoteAddress(at("127.0.0.1", 9))));
    } catch (IllegalArgumentException refused) {
      note(refused.getMessage());
    }
    // Whatever the first address of localhost is.
    var named = InetSocketAddress.createUnresolved("localhost", 9);
    var endpoint = await(loop.createDatagramEndpoint(Told::new, four.withRemoteAddress(named)));
    assertEquals(at("127.0.0.1", 9), endpoint.transport().getExtraInfo("peername"));
    return result();
  }

  @Test
  void port_isSharedIfBothWantIt() {
    run(() -> sharedPort());
  }

  @Async
  private Coroutine<Void> sharedPort() throws IOException {
    EventLoop loop = getRunningLoop();
    var shared = DatagramEndpointOptions.DEFAULT.withLocalAddress(ANY_PORT).withReusePort(true);
    var one = await(loop.createDatagramEndpoint(Shouter::new, shared));
    var same = shared.withLocalAddress(addressOf(one));
    var two = await(loop.createDatagramEndpoint(Shouter::new, same));
    assertEquals(addressOf(one), addressOf(two));
    try {
      Object unused = await(loop.createDatagramEndpoint(Shouter::new, same.withReusePort(false)));
      note("not refused");
    } catch (BindException refused) {
      assertFalse(one.transport().isClosing());
    }
    return result();
  }

  @Test
  void broadcasting_mustBeAllowed() {
    run(() -> broadcasting());
    expect("made", "denied", "made", "not denied");
  }

  @Async
  private Coroutine<Void> broadcasting() throws IOException {
    var all = new InetSocketAddress("255.255.255.255", 9);
    var options = DatagramEndpointOptions.DEFAULT.withLocalAddress(ANY_PORT);
    EventLoop loop = getRunningLoop();
    var denied = await(loop.createDatagramEndpoint(Told::new, options));
    denied.transport().sendto(new byte[1], all);
    note(
        String.valueOf(await(denied.protocol().received.get())).contains("denied") ? "denied" : "");
    var allowed = await(loop.createDatagramEndpoint(Told::new, options.withAllowBroadcast(true)));
    allowed.transport().sendto(new byte[1], all);
    // From this address it may not reach anybody, which is another failure, or none.
    boolean again =
        !allowed.protocol().received.empty()
            && String.valueOf(allowed.protocol().received.getNowait()).contains("denied");
    note(again ? "denied again" : "not denied");
    return result();
  }

  @Test
  void channelOfTheProgram_becomesAnEndpoint() {
    run(() -> adopted());
    expect("made", "HELLO");
  }

  @Async
  private Coroutine<Void> adopted() throws IOException {
    var server = await(shouter());
    DatagramChannel channel = DatagramChannel.open().bind(ANY_PORT);
    var client = await(getRunningLoop().createDatagramEndpoint(Told::new, channel));
    client.transport().sendto("hello".getBytes(UTF_8), addressOf(server));
    note("" + await(client.protocol().received.get()));
    assertThrows(
        IllegalArgumentException.class,
        () -> getRunningLoop().io().network.adoptDatagram(SocketChannel.open()));
    return result();
  }
}
