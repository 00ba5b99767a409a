package io.jasyncio;

import java.util.List;

/**
 * The results of six awaitables that were gathered.
 *
 * @param <A> the type of the first result
 * @param <B> the type of the second result
 * @param <C> the type of the third result
 * @param <D> the type of the fourth result
 * @param <E> the type of the fifth result
 * @param <F> the type of the sixth result
 * @param first the result of the first awaitable
 * @param second the result of the second awaitable
 * @param third the result of the third awaitable
 * @param fourth the result of the fourth awaitable
 * @param fifth the result of the fifth awaitable
 * @param sixth the result of the sixth awaitable
 */
public record Results6<A, B, C, D, E, F>(A first, B second, C third, D fourth, E fifth, F sixth) {

  /** The types are those of the awaitables that were gathered. */
  @SuppressWarnings("unchecked")
  static <A, B, C, D, E, F> Results6<A, B, C, D, E, F> of(List<Object> results) {
    return new Results6<>(
        (A) results.get(0),
        (B) results.get(1),
        (C) results.get(2),
        (D) results.get(3),
        (E) results.get(4),
        (F) results.get(5));
  }
}
