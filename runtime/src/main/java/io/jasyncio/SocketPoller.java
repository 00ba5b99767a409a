package io.jasyncio;

import io.jasyncio.spi.Network;
import io.jasyncio.spi.Selection;
import java.io.IOException;

/**
 * Waits on a selection of sockets from the first socket on; until then it parks the thread and
 * holds no descriptor. What a loop on another kind of selector extends.
 *
 * <p>A loop that is busy polls without waiting in every turn, and mostly in vain: what the last
 * poll has found ready becomes tasks, and these become writes, turns later. So some of these polls
 * are left out, as long as the last one was a short time ago.
 *
 * @param <S> what it waits on
 */
public abstract class SocketPoller<S extends Selection> implements Poller {

  /** A busy loop looks for events at the latest after so many turns, or so much time. */
  private static final int MOST_TURNS_WITHOUT = 4;

  private static final long MOST_NANOS_WITHOUT = 50_000;

  private final ParkPoller parking = new ParkPoller();

  /** Null until there is a socket. */
  private volatile S selection;

  private int turnsWithout;
  private long lastSelected;

  /** A poller without sockets. */
  protected SocketPoller() {}

  /**
   * Opens what to wait on. Called once, for the first socket.
   *
   * @return takes descriptors
   * @throws IOException if there are none left
   */
  protected abstract S open() throws IOException;

  /** Makes the sockets, which are watched by {@link #selection}. */
  @Override
  public abstract Network network();

  /**
   * What the sockets are watched by; it is opened when this is first called.
   *
   * @return always the same
   * @throws IOException if it cannot be opened
   */
  protected final S selection() throws IOException {
    if (selection == null) {
      selection = open();
    }
    return selection;
  }

  @Override
  public final void poll(long nanos) {
    S opened = selection;
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

  private boolean isDue(S opened) {
    turnsWithout++;
    return turnsWithout >= MOST_TURNS_WITHOUT
        || opened.isDue()
        || System.nanoTime() - lastSelected > MOST_NANOS_WITHOUT;
  }

  /** A thread that finds no selection may wake the parked thread in vain, which does no harm. */
  @Override
  public final void wakeup() {
    S opened = selection;
    if (opened == null) {
      parking.wakeup();
    } else {
      opened.wakeup();
    }
  }

  @Override
  public final long time() {
    return parking.time();
  }

  @Override
  public final void close() {
    if (selection != null) {
      selection.close();
    }
  }
}
