/**
 * Support for testing async code.
 *
 * <p>{@link io.jasyncio.testing.AsyncTest @AsyncTest} makes a test of an async method, {@link
 * io.jasyncio.testing.VirtualTime} runs a coroutine from any other test. Either way time is
 * virtual: a test that sleeps an hour takes a millisecond, and happens the same way each time.
 */
package io.jasyncio.testing;
