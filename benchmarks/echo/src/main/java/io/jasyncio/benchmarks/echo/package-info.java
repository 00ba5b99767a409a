/**
 * Servers that send lines back, in all forms, and the client that asks them: {@link
 * io.jasyncio.benchmarks.echo.Echo} compares them.
 */
package io.jasyncio.benchmarks.echo;
