package io.jasyncio.codegen;

/** Nothing to wait for: a plain resource has been closed, or a loop needs no closing. */
final class Closed extends Suspendable {

  static final Closed INSTANCE = new Closed();

  private Closed() {}

  @Override
  protected Object await(Execution execution) {
    return null;
  }
}
