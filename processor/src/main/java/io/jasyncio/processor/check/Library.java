package io.jasyncio.processor.check;

import io.jasyncio.processor.names.AsyncKind;
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

  /** True for {@code Asyncio.emit}, however it is imported. */
  static boolean isEmit(Element callee) {
    return isFunction(callee, Names.EMIT);
  }

  /** True for {@code Asyncio.emitAll}, however it is imported. */
  static boolean isEmitAll(Element callee) {
    return isFunction(callee, Names.EMIT_ALL);
  }

  /** True for {@code Asyncio.done}, however it is imported. */
  static boolean isDone(Element callee) {
    return isFunction(callee, Names.DONE);
  }

  /** True for {@code Asyncio.toThread}, however it is imported. */
  static boolean isToThread(Element callee) {
    return isFunction(callee, "toThread");
  }

  /** True for what ends an async method and leaves nothing to wait for. */
  static boolean isEnd(Element callee) {
    return isResult(callee) || isDone(callee) || isCompletedFuture(callee);
  }

  private static boolean isCompletedFuture(Element callee) {
    return callee != null
        && callee.getKind() == ElementKind.METHOD
        && callee.getSimpleName().contentEquals("completedFuture")
        && callee.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.util.concurrent.CompletableFuture");
  }

  /** How a method of a kind is ended with a value. */
  static String endOf(AsyncKind kind, String value) {
    if (kind == null || kind == AsyncKind.COROUTINE) {
      return "return result(" + value + ")";
    }
    return kind.isGenerator() ? "return done()" : "return completedFuture(" + value + ")";
  }

  /** The kind of method that returns a type; null for others. */
  static AsyncKind kindOf(TypeMirror returned) {
    return returned.getKind() == TypeKind.DECLARED
        ? AsyncKind.returning(name((DeclaredType) returned)).orElse(null)
        : null;
  }

  static boolean isNamed(DeclaredType type, String name) {
    return name(type).equals(name);
  }

  private static String name(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }

  private static boolean isFunction(Element callee, String name) {
    return callee != null
        && callee.getKind() == ElementKind.METHOD
        && callee.getSimpleName().contentEquals(name)
        && callee.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(Names.ASYNCIO);
  }
}
