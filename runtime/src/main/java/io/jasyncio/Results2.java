package io.jasyncio;

import java.util.List;

/**
 * The results of two awaitables that were gathered.
 *
 * @param <A> the type of the first result
 * @param <B> the type of the second result
 * @param first the result of the first awaitable
 * @param second the result of the second awaitable
 */
public record Results2<A, B>(A first, B second) {

  /** The types are those of the awaitables that were gathered. */
  @SuppressWarnings("unchecked")
  static <A, B> Results2<A, B> of(List<Object> results) {
    return new Results2<>((A) results.get(0), (B) results.get(1));
  }
}
