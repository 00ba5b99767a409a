/**
 * Makes Markdown of measurements: reads what JMH and the others wrote, writes the page's tables.
 */
package io.jasyncio.benchmarks.table;
