/**
 * The processor's jar outside a compiler: as {@code -javaagent} it weaves classes when they are
 * loaded, and as a program it looks for classes that are not woven.
 */
package io.jasyncio.processor.agent;
