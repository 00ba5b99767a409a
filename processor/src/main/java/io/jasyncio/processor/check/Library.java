package io.jasyncio.processor.check;

import io.jasyncio.processor.names.Names;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Recognises the runtime's functions and types by their names. */
final class Library {

  private Library() {}

  /** True for {@code Asyncio.await}, however it is imported. */
  static boolean isAwait(Element callee) {
    return isFunction(callee, Names.AWAIT);
  }

  /** True for {@code Asyncio.result}, however it is imported. */
  static boolean isResult(Element callee) {
    return isFunction(callee, Names.RESULT);
  }

  /** True for {@code Coroutine}, with or without type arguments. */
  static boolean isCoroutine(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals(Names.COROUTINE);
  }

  private static boolean isFunction(Element callee, String name) {
    return callee != null
        && callee.getKind() == ElementKind.METHOD
        && callee.getSimpleName().contentEquals(name)
        && callee.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(Names.ASYNCIO);
  }
}
