/**
 * The second step: finds the mistakes that signatures do not show, in the attributed source.
 *
 * <p>{@link io.jasyncio.processor.check.BodyCheck} walks a class and hands each tree to the checks
 * that look at such trees; a check is one class, named after what it reports, and reports through
 * {@link io.jasyncio.processor.check.Reporter}. This package knows javac's public tree API and
 * nothing of bytecode.
 */
package io.jasyncio.processor.check;
