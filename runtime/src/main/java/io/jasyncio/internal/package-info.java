/**
 * What several packages of the runtime share and no program sees. A bottom layer: it knows nothing
 * of loops, futures and tasks.
 */
package io.jasyncio.internal;
