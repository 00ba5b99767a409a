package io.jasyncio.sync;

/** What {@link Held} releases. */
interface Releasable {

  void release();
}
