package io.jasyncio;

import java.util.List;

/**
 * The results of eight awaitables that were gathered.
 *
 * @param <A> the type of the first result
 * @param <B> the type of the second result
 * @param <C> the type of the third result
 * @param <D> the type of the fourth result
 * @param <E> the type of the fifth result
 * @param <F> the type of the sixth result
 * @param <G> the type of the seventh result
 * @param <H> the type of the eighth result
 * @param first the result of the first awaitable
 * @param second the result of the second awaitable
 * @param third the result of the third awaitable
 * @param fourth the result of the fourth awaitable
 * @param fifth the result of the fifth awaitable
 * @param sixth the result of the sixth awaitable
 * @param seventh the result of the seventh awaitable
 * @param eighth the result of the eighth awaitable
 */
public record Results8<A, B, C, D, E, F, G, H>(
    A first, B second, C third, D fourth, E fifth, F sixth, G seventh, H eighth) {

  /** The types are those of the awaitables that were gathered. */
  @SuppressWarnings("unchecked")
  static <A, B, C, D, E, F, G, H> Results8<A, B, C, D, E, F, G, H> of(List<Object> results) {
    return new Results8<>(
        (A) results.get(0),
        (B) results.get(1),
        (C) results.get(2),
        (D) results.get(3),
        (E) results.get(4),
        (F) results.get(5),
        (G) results.get(6),
        (H) results.get(7));
  }
}
