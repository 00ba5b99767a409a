package io.jasyncio.processor.declare;

import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * What a round has declared.
 *
 * @param types the classes whose async methods are to be woven
 * @param machines the {@linkplain Descriptors#uniqueName unique names} of their state machines
 */
public record Declared(Set<TypeElement> types, Set<String> machines) {}
