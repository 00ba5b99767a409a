package io.jasyncio.flow;

/** Throws checked exceptions where the signature does not tell: failures are never wrapped. */
final class Thrown {

  private Thrown() {}

  /** Declared to return, so that javac knows that nothing follows {@code throw asItIs(failure)}. */
  static RuntimeException asItIs(Throwable failure) {
    return Thrown.<RuntimeException>cast(failure);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X cast(Throwable failure) throws X {
    throw (X) failure;
  }
}
