/**
 * The practical limit: what a programmer would write by hand to suspend instead of blocking.
 *
 * <p>A body returns its result, or {@link Fiber#SUSPENDED} after it has put its locals into a
 * frame, which it allocates only then. A loop resumes the innermost frame and hands its result
 * outwards. There are no cancellation, exceptions, names, contexts, debug mode or checks of any
 * kind; a result is a long, so nothing is boxed.
 */
package io.jasyncio.benchmarks.handwritten;
