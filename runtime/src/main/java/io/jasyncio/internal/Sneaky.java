package io.jasyncio.internal;

/** Throws checked exceptions where the signature does not tell: failures are never wrapped. */
public final class Sneaky {

  private Sneaky() {}

  /**
   * Throws {@code failure} as it is. Declared to return, so that callers can write {@code throw
   * Sneaky.raise(failure)} and javac knows that nothing follows.
   */
  public static RuntimeException raise(Throwable failure) {
    return Sneaky.<RuntimeException>cast(failure);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X cast(Throwable failure) throws X {
    throw (X) failure;
  }
}
