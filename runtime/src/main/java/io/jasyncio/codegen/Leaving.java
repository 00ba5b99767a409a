package io.jasyncio.codegen;

/**
 * What woven code awaits where a try-with-resources block over a suspending resource is left.
 *
 * @param resource the resource, not null
 * @param failure what the block is left with, or null if it ends normally
 */
public record Leaving(SuspendingResource resource, Throwable failure) {}
