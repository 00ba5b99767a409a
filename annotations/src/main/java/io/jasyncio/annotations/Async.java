package io.jasyncio.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a coroutine: inside it {@code await(...)} suspends the method instead of blocking
 * its thread. The counterpart of Python's {@code async def}.
 *
 * <p>The method returns {@code io.jasyncio.Coroutine<T>} and ends with {@code return
 * result(value)}. Calling it runs nothing yet; the coroutine starts when it is awaited or made a
 * task.
 *
 * <p>On an abstract method it promises nothing about implementations; it says that a lambda for the
 * method may await.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Async {}
