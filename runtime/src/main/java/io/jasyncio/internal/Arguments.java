package io.jasyncio.internal;

/** Checks of what a program gives to the library. */
public final class Arguments {

  private Arguments() {}

  /**
   * Refuses null, in a sentence that names what is missing.
   *
   * @param argument what was given
   * @param name as the parameter is called
   * @return the argument
   * @param <T> its type
   * @throws NullPointerException if it is null
   */
  public static <T> T notNull(T argument, String name) {
    if (argument == null) {
      throw new NullPointerException("%s is null: it must be given".formatted(name));
    }
    return argument;
  }
}
