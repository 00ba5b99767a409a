package io.jasyncio.processor.declare;

import io.jasyncio.processor.names.Names;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Recognises {@code @Async} by name: the processor does not link against the annotations. */
public final class AsyncMirror {

  private AsyncMirror() {}

  /** True for the annotation itself. */
  public static boolean is(AnnotationMirror annotation) {
    return ((TypeElement) annotation.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(Names.ASYNC);
  }

  /** True for an element that carries it. */
  public static boolean isOn(Element element) {
    return element.getAnnotationMirrors().stream().anyMatch(AsyncMirror::is);
  }
}
