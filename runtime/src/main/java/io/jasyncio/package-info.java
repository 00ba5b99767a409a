/**
 * Python's asyncio for Java: coroutines, tasks and the event loop.
 *
 * <p>{@link io.jasyncio.Asyncio} has the functions; import them statically. A method that carries
 * {@link io.jasyncio.annotations.Async @Async} and returns a {@link io.jasyncio.Coroutine} may
 * {@code await}.
 */
package io.jasyncio;
