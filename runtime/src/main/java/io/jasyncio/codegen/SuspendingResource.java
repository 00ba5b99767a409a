package io.jasyncio.codegen;

/**
 * Marks resources whose closing may suspend, for woven code to tell them from plain ones.
 *
 * <p>Not for user code: implement {@code io.jasyncio.AsyncCloseable}.
 */
public interface SuspendingResource extends AutoCloseable {

  /** Throws nothing that has to be declared. */
  @Override
  void close();
}
