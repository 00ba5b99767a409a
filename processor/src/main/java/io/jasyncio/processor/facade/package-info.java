/**
 * Writes the facades of {@code @ToThread}: a finder takes an annotated element and plans, a writer
 * emits.
 */
package io.jasyncio.processor.facade;
