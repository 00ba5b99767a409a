/** The network of a loop over {@code java.nio.channels} and one selector. */
package io.jasyncio.nio;
