/**
 * Patterns of asynchronous work beyond asyncio: a race, retries, a bounded parallel map, a rate
 * limiter, a graceful shutdown.
 *
 * <p>All of it is structured: a task that is started here is done when the await that started it
 * ends, whether by a result, a failure or a cancellation.
 */
package io.jasyncio.flow;
