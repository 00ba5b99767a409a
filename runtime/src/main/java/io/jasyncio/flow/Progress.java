package io.jasyncio.flow;

/**
 * How far a {@linkplain Structured#mapConcurrently parallel map} is.
 *
 * @param done how many inputs have their result
 * @param running how many are being worked on
 * @param total how many inputs there are, or -1 while it is not known
 */
public record Progress(int done, int running, int total) {

  /** The {@link #total} of inputs that nobody has counted. */
  public static final int UNKNOWN = -1;

  /**
   * Tells whether the number of inputs is known.
   *
   * @return true if {@link #fraction} can be asked
   */
  public boolean isTotalKnown() {
    return total >= 0;
  }

  /**
   * Returns the part of the inputs that is done.
   *
   * @return 0 to 1; 1 if there are no inputs
   * @throws IllegalStateException if the total is not known
   */
  public double fraction() {
    if (!isTotalKnown()) {
      throw new IllegalStateException(
          "The number of inputs is not known: ask isTotalKnown() first, or map a Collection");
    }
    return total == 0 ? 1 : (double) done / total;
  }
}
