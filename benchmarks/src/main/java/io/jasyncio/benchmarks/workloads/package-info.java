/**
 * The workloads, a class for each. A class shows its forms side by side; Kotlin's are in the
 * package beside it. What is common to all workloads:
 *
 * <ul>
 *   <li>jasyncio: {@code @Async} methods on the standard loop.
 *   <li>Kotlin: suspending functions below {@code runBlocking}, whose event loop is the
 *       single-threaded one of kotlinx.coroutines.
 *   <li>Virtual threads: plain blocking Java; once with one carrier thread, which is the like of an
 *       event loop, and once as they come.
 *   <li>CompletableFuture: stages on the hand-written ready queue; loops over stages that suspend
 *       are driven by a callback, because a chain of {@code thenCompose} grows with the loop.
 *   <li>Hand-written: see {@link io.jasyncio.benchmarks.handwritten}.
 * </ul>
 */
package io.jasyncio.benchmarks.workloads;
