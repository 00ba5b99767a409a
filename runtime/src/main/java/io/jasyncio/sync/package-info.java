/**
 * Locks, events, conditions, semaphores and barriers for the tasks of one event loop: asyncio's
 * synchronisation primitives.
 *
 * <p>They suspend tasks and never block a thread; for the same reason they are of no use between
 * threads. All of them are fair: who waits first goes first, and nobody who comes later overtakes
 * those who wait. A wait that is cancelled leaves nothing behind; one that is cancelled while it is
 * being woken hands what it was woken for to the next.
 *
 * <p>A primitive is bound to the loop in which a task first had to wait for it; a wait in another
 * one throws {@link io.jasyncio.WrongLoopException}. So does every use on a thread beside that of
 * the loop in which it was used last, while that loop runs.
 */
package io.jasyncio.sync;
