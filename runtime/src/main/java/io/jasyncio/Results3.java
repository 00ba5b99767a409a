package io.jasyncio;

import java.util.List;

/**
 * The results of three awaitables that were gathered.
 *
 * @param <A> the type of the first result
 * @param <B> the type of the second result
 * @param <C> the type of the third result
 * @param first the result of the first awaitable
 * @param second the result of the second awaitable
 * @param third the result of the third awaitable
 */
public record Results3<A, B, C>(A first, B second, C third) {

  /** The types are those of the awaitables that were gathered. */
  @SuppressWarnings("unchecked")
  static <A, B, C> Results3<A, B, C> of(List<Object> results) {
    return new Results3<>((A) results.get(0), (B) results.get(1), (C) results.get(2));
  }
}
