/**
 * What woven code calls: coroutines as chains of state machines. Not for user code.
 *
 * <p>The bottom layer: it knows nothing of loops, futures and tasks.
 */
package io.jasyncio.codegen;
