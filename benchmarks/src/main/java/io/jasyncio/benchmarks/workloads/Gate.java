package io.jasyncio.benchmarks.workloads;

/** Says which calls suspend. The same in all forms, and nothing that a compiler could foresee. */
public final class Gate {

  /** No call suspends. */
  public static final int NEVER = 0;

  /** Every other call suspends. */
  public static final int HALF = 1;

  /** All calls suspend. */
  public static final int ALWAYS = 2;

  private int limit;

  void set(int limit) {
    this.limit = limit;
  }

  /** Tells whether the {@code i}th call is to suspend. */
  public boolean suspends(int i) {
    return (i & 1) < limit;
  }
}
