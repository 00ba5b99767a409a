package io.jasyncio.processor.facade;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;

/**
 * A facade to be written.
 *
 * @param origin the annotated element
 * @param packageName where the facade stands
 * @param name its simple name
 * @param type what it stands before
 * @param methods what it has
 * @param maxWorkers how many threads it has at most; 0 for the loop's
 * @param threadNamePrefix what the names of its threads begin with
 */
record Facade(
    Element origin,
    String packageName,
    String name,
    TypeElement type,
    List<Method> methods,
    int maxWorkers,
    String threadNamePrefix) {

  /**
   * A method of the type.
   *
   * @param element its declaration, maybe in a supertype
   * @param type its signature as the type has it
   * @param suspends whether it returns a coroutine by itself
   */
  record Method(ExecutableElement element, ExecutableType type, boolean suspends) {}
}
