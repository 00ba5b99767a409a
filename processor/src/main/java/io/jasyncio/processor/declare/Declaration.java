package io.jasyncio.processor.declare;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * An async method that passed the checks of its signature.
 *
 * @param type the class that declares it
 * @param method the method
 * @param machine the simple name of its state-machine class
 */
public record Declaration(TypeElement type, ExecutableElement method, String machine) {}
