package io.jasyncio.codegen;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an async method of the library that has nothing to do after its last await but to return
 * the value. Called directly it leaves no frame when it suspends there, and is not seen in dumps.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TailAwait {}
