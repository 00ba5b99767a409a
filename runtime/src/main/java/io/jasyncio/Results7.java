package io.jasyncio;

import java.util.List;

/**
 * The results of seven awaitables that were gathered.
 *
 * @param <A> the type of the first result
 * @param <B> the type of the second result
 * @param <C> the type of the third result
 * @param <D> the type of the fourth result
 * @param <E> the type of the fifth result
 * @param <F> the type of the sixth result
 * @param <G> the type of the seventh result
 * @param first the result of the first awaitable
 * @param second the result of the second awaitable
 * @param third the result of the third awaitable
 * @param fourth the result of the fourth awaitable
 * @param fifth the result of the fifth awaitable
 * @param sixth the result of the sixth awaitable
 * @param seventh the result of the seventh awaitable
 */
public record Results7<A, B, C, D, E, F, G>(
    A first, B second, C third, D fourth, E fifth, F sixth, G seventh) {

  /** The types are those of the awaitables that were gathered. */
  @SuppressWarnings("unchecked")
  static <A, B, C, D, E, F, G> Results7<A, B, C, D, E, F, G> of(List<Object> results) {
    return new Results7<>(
        (A) results.get(0),
        (B) results.get(1),
        (C) results.get(2),
        (D) results.get(3),
        (E) results.get(4),
        (F) results.get(5),
        (G) results.get(6));
  }
}
