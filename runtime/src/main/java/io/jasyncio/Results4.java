package io.jasyncio;

import java.util.List;

/**
 * The results of four awaitables that were gathered.
 *
 * @param <A> the type of the first result
 * @param <B> the type of the second result
 * @param <C> the type of the third result
 * @param <D> the type of the fourth result
 * @param first the result of the first awaitable
 * @param second the result of the second awaitable
 * @param third the result of the third awaitable
 * @param fourth the result of the fourth awaitable
 */
public record Results4<A, B, C, D>(A first, B second, C third, D fourth) {

  /** The types are those of the awaitables that were gathered. */
  @SuppressWarnings("unchecked")
  static <A, B, C, D> Results4<A, B, C, D> of(List<Object> results) {
    return new Results4<>(
        (A) results.get(0), (B) results.get(1), (C) results.get(2), (D) results.get(3));
  }
}
