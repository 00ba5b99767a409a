package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which addresses are tried, when, and what becomes of the sockets that come to nothing. */
class ConnectingTest {

  private static final Duration DELAY = Duration.ofMillis(250);

  private final ScriptedNetwork network = new ScriptedNetwork();

  private static List<InetSocketAddress> addresses(String... hosts) {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (String host : hosts) {
      addresses.add(new InetSocketAddress(host, 80));
    }
    return addresses;
  }

  private static InetSocketAddress local(String host) {
    return new InetSocketAddress(host, 8080);
  }

  private void expect(String... expected) {
    assertEquals(List.of(expected), network.events);
  }

  // One address after the other

  @Test
  void firstAddressThatAnswers_isTaken() {
    network.refuses("192.0.2.1", Duration.ofSeconds(1), "no");
    network.connects("192.0.2.2", Duration.ofSeconds(2));
    network.run(() -> inTurn());
    expect(
        "0 connect 192.0.2.1",
        "1000 close 192.0.2.1",
        "1000 connect 192.0.2.2",
        "3000 connected 192.0.2.2");
  }

  @Async
  private static Coroutine<Void> inTurn() throws IOException {
    var hosts = addresses("192.0.2.1", "192.0.2.2", "192.0.2.3");
    Object unused = await(Connecting.firstOf(getRunningLoop(), hosts, LocalEnd.ANY));
    return result();
  }

  @Test
  void addressesThatAllFail_areAllNamed() {
    network.refuses("192.0.2.1", Duration.ZERO, "no");
    network.refuses("192.0.2.2", Duration.ZERO, "nobody");
    network.refuses("192.0.2.3", Duration.ZERO, "nothing");
    ConnectException all = assertThrows(ConnectException.class, () -> network.run(() -> inTurn()));
    assertEquals(
        "Multiple exceptions: Connect call failed /192.0.2.1:80: no, Connect call failed"
            + " /192.0.2.2:80: nobody, Connect call failed /192.0.2.3:80: nothing",
        all.getMessage());
    assertEquals(3, all.getSuppressed().length);
    assertEquals(3, network.events.stream().filter(event -> event.contains("close")).count());
  }

  @Test
  void connectThatTakesTooLong_closesItsSocket() {
    assertThrows(AsyncTimeoutException.class, () -> network.run(() -> tooLong()));
    expect("0 connect 192.0.2.1", "5000 close 192.0.2.1");
  }

  @Async
  private static Coroutine<Void> tooLong() throws IOException {
    EventLoop loop = getRunningLoop();
    Object unused =
        await(
            waitFor(
                loop.createConnection(() -> new Protocol() {}, "192.0.2.1", 80),
                Duration.ofSeconds(5)));
    return result();
  }

  @Test
  void connection_sendsSmallWritesAtOnce() {
    network.connects("192.0.2.1", Duration.ZERO);
    network.run(() -> connected(ConnectOptions.DEFAULT));
    expect(
        "0 connect 192.0.2.1",
        "0 connected 192.0.2.1",
        "0 TCP_NODELAY true 192.0.2.1",
        "closing",
        "0 close 192.0.2.1");
  }

  @Async
  private Coroutine<Void> connected(ConnectOptions options) throws IOException {
    var endpoint =
        await(getRunningLoop().createConnection(() -> new Protocol() {}, "192.0.2.1", 80, options));
    network.events.add("closing");
    endpoint.transport().close();
    return result();
  }

  // The address of this end

  @Test
  void localAddress_isBoundBeforeConnecting_andLookedUpIfItIsAName() {
    network.connects("192.0.2.1", Duration.ZERO);
    var local = InetSocketAddress.createUnresolved("127.0.0.1", 8080);
    network.run(() -> connected(ConnectOptions.DEFAULT.withLocalAddress(local)));
    assertEquals("0 bind /127.0.0.1:8080 for 192.0.2.1", network.events.get(0));
    var nobody = InetSocketAddress.createUnresolved("no-such-host.invalid", 8080);
    assertThrows(
        UnknownHostException.class,
        () -> network.run(() -> connected(ConnectOptions.DEFAULT.withLocalAddress(nobody))));
  }

  @Test
  void localAddressThatIsTaken_isNamed_andTheSocketClosed() {
    network.isTaken("127.0.0.1");
    var local = ConnectOptions.DEFAULT.withLocalAddress(local("127.0.0.1"));
    BindException taken =
        assertThrows(BindException.class, () -> network.run(() -> connected(local)));
    assertEquals(
        "error while attempting to bind on address /127.0.0.1:8080: Address already in use",
        taken.getMessage());
    expect("0 close 192.0.2.1");
  }

  @Test
  void localAddressOfAnotherKind_isRefused() {
    var local = ConnectOptions.DEFAULT.withLocalAddress(local("::1"));
    BindException other =
        assertThrows(BindException.class, () -> network.run(() -> connected(local)));
    assertTrue(other.getMessage().endsWith(" reaches /192.0.2.1:80"), other.getMessage());
    expect("0 close 192.0.2.1");
  }

  // Several at once

  @Async
  private static Coroutine<Void> race(String... hosts) throws IOException {
    Object unused =
        await(StaggeredConnect.race(getRunningLoop(), addresses(hosts), LocalEnd.ANY, DELAY));
    return result();
  }

  @Test
  void race_beginsTheNextAfterTheDelay_andTakesTheFirstThatAnswers() {
    network.connects("192.0.2.1", Duration.ofSeconds(2));
    network.connects("192.0.2.2", Duration.ofSeconds(1));
    network.run(() -> race("192.0.2.1", "192.0.2.2", "192.0.2.3"));
    expect(
        "0 connect 192.0.2.1",
        "250 connect 192.0.2.2",
        "500 connect 192.0.2.3",
        "1250 connected 192.0.2.2",
        "1250 close 192.0.2.1",
        "1250 close 192.0.2.3");
  }

  @Test
  void race_beginsTheNextAtOnce_whenOneFails() {
    network.refuses("192.0.2.1", Duration.ofMillis(100), "no");
    network.connects("192.0.2.2", Duration.ofMillis(100));
    network.run(() -> race("192.0.2.1", "192.0.2.2", "192.0.2.3"));
    expect(
        "0 connect 192.0.2.1",
        "100 close 192.0.2.1",
        "100 connect 192.0.2.2",
        "200 connected 192.0.2.2");
  }

  @Test
  void raceThatTwoWin_closesTheSecond() {
    network.connects("192.0.2.1", Duration.ofMillis(350));
    network.connects("192.0.2.2", Duration.ofMillis(100));
    network.run(() -> race("192.0.2.1", "192.0.2.2"));
    expect(
        "0 connect 192.0.2.1",
        "250 connect 192.0.2.2",
        "350 connected 192.0.2.1",
        "350 connected 192.0.2.2",
        "350 close 192.0.2.2");
  }

  @Test
  void raceThatNobodyWins_namesAll() {
    network.refuses("192.0.2.1", Duration.ofSeconds(3), "no");
    network.refuses("192.0.2.2", Duration.ofSeconds(1), "nobody");
    ConnectException all =
        assertThrows(
            ConnectException.class, () -> network.run(() -> race("192.0.2.1", "192.0.2.2")));
    assertEquals(
        "Multiple exceptions: Connect call failed /192.0.2.2:80: nobody, Connect call failed"
            + " /192.0.2.1:80: no",
        all.getMessage());
    expect(
        "0 connect 192.0.2.1",
        "250 connect 192.0.2.2",
        "1250 close 192.0.2.2",
        "3000 close 192.0.2.1");
  }

  @Test
  void raceThatIsCancelled_closesAllSockets() {
    network.run(() -> cancelledRace());
    expect(
        "0 connect 192.0.2.1",
        "250 connect 192.0.2.2",
        "1000 close 192.0.2.1",
        "1000 close 192.0.2.2");
  }

  @Async
  private static Coroutine<Void> cancelledRace() throws IOException {
    Task<Void> racing = createTask(race("192.0.2.1", "192.0.2.2"));
    await(sleep(Duration.ofSeconds(1)));
    racing.cancel();
    try {
      await(racing);
    } catch (CancelledError cancelled) {
      await(sleep(Duration.ZERO));
    }
    return result();
  }

  @Test
  void addressesOfBothKinds_takeTurns() {
    assertEquals(
        addresses("::1", "192.0.2.1", "::2", "::3"),
        Resolver.interleaved(addresses("::1", "::2", "::3", "192.0.2.1")));
    assertEquals(
        addresses("192.0.2.1", "::1", "192.0.2.2"),
        Resolver.interleaved(addresses("192.0.2.1", "192.0.2.2", "::1")));
  }
}
