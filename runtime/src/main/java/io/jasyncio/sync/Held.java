package io.jasyncio.sync;

/**
 * A lock or a permit that is held until this is closed: what {@code acquire()} evaluates to.
 *
 * <pre>{@code
 * try (var held = await(lock.acquire())) {
 *   ...
 * }
 * }</pre>
 *
 * <p>Where javac runs with {@code -Xlint:try}, which finds a variable suspicious that is only there
 * to be closed, {@code @SuppressWarnings("try")} says that it is meant.
 *
 * <p>Who releases by {@code release()} can ignore it, but must not close it as well.
 */
public final class Held implements AutoCloseable {

  /** What to release; null once this is closed. */
  private Releasable holder;

  Held(Releasable holder) {
    this.holder = holder;
  }

  /**
   * Releases what is held. Does not suspend. Does nothing the second time.
   *
   * @throws NotAcquiredException if {@code release()} was called meanwhile
   */
  @Override
  public void close() {
    Releasable held = holder;
    if (held != null) {
      holder = null;
      held.release();
    }
  }

  @Override
  public String toString() {
    return "Held (" + (holder == null ? "closed" : holder) + ")";
  }
}
