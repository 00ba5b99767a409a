/**
 * What stands below a loop's input and output: sockets that never block and say when they can go
 * on. A loop on another kind of selector implements these and {@link io.jasyncio.Poller}; programs
 * have no use for them.
 */
package io.jasyncio.spi;
