/** What a sleeping coroutine occupies: the heap after a collection, for a million of them. */
package io.jasyncio.benchmarks.memory;
