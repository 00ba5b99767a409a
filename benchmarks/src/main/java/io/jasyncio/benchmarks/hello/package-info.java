/** Hello world in each form: waits a moment, then prints. For start-up times. */
package io.jasyncio.benchmarks.hello;
