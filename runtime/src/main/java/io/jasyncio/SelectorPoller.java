package io.jasyncio;

import io.jasyncio.nio.NioNetwork;
import io.jasyncio.nio.Selection;
import io.jasyncio.spi.Network;
import java.io.IOException;

/**
 * Waits on a selector from the first socket on; until then it parks the thread and holds no
 * descriptor.
 *
 * <p>A loop that is busy polls without waiting in every turn, and mostly in vain: what the last
 * poll has found ready becomes tasks, and these become writes, turns later. So some of these polls
 * are left out, as long as the last one was a short time ago.
 */
final class SelectorPoller implements Poller {

  /** A busy loop looks for events at the latest after so many turns, or so much time. */
  private static final int MOST_TURNS_WITHOUT = 4;

  private static final long MOST_NANOS_WITHOUT = 50_000;

  private final ParkPoller parking = new ParkPoller();
  private final NioNetwork network = new NioNetwork(this::selection);

  /** Null until there is a socket. */
  private volatile Selection selection;

  private int turnsWithout;
  private long lastSelected;

  @Override
  public void poll(long nanos) {
    Selection opened = selection;
    if (opened == null) {
      parking.poll(nanos);
    } else if (nanos > 0) {
      opened.select(nanos);
      turnsWithout = 0;
      lastSelected = System.nanoTime();
    } else if (isDue(opened)) {
      opened.selectNow();
      turnsWithout = 0;
      lastSelected = System.nanoTime();
    }
  }

  private boolean isDue(Selection opened) {
    turnsWithout++;
    return turnsWithout >= MOST_TURNS_WITHOUT
        || opened.isDue()
        || System.nanoTime() - lastSelected > MOST_NANOS_WITHOUT;
  }

  /** A thread that finds no selector may wake the parked thread in vain, which does no harm. */
  @Override
  public void wakeup() {
    Selection opened = selection;
    if (opened == null) {
      parking.wakeup();
    } else {
      opened.wakeup();
    }
  }

  @Override
  public long time() {
    return parking.time();
  }

  @Override
  public Network network() {
    return network;
  }

  private Selection selection() throws IOException {
    if (selection == null) {
      selection = Selection.open();
    }
    return selection;
  }

  @Override
  public void close() {
    if (selection != null) {
      selection.close();
    }
  }
}
