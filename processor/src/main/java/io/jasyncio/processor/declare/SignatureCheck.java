package io.jasyncio.processor.declare;

import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.Names;
import javax.annotation.processing.Messager;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic.Kind;

/** Reports what is wrong with the signature of an async method; goes on after each mistake. */
final class SignatureCheck {

  private final Messager messager;

  SignatureCheck(Messager messager) {
    this.messager = messager;
  }

  /** True if a state machine can be declared for the method. */
  boolean accepts(ExecutableElement method) {
    boolean accepted = true;
    if (!isCoroutine(method.getReturnType())) {
      accepted =
          refuse(
              method,
              Diagnostic.ASYNC_RETURN_TYPE,
              "an @Async method returns Coroutine<T>, not "
                  + method.getReturnType()
                  + ": declare it as Coroutine<"
                  + boxedName(method.getReturnType())
                  + "> and end it with return result("
                  + (method.getReturnType().getKind() == TypeKind.VOID ? "" : "...")
                  + ")");
    }
    if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      accepted =
          refuse(
              method,
              Diagnostic.ASYNC_SYNCHRONIZED,
              "an @Async method cannot be synchronized, since a monitor belongs to a thread and"
                  + " not to a coroutine: hold an AsyncLock inside it");
    }
    if (method.getModifiers().contains(Modifier.NATIVE)) {
      accepted =
          refuse(
              method,
              Diagnostic.ASYNC_NATIVE,
              "an @Async method cannot be native, for it has no body to suspend: call the native"
                  + " method through toThread(...)");
    }
    return accepted;
  }

  private boolean refuse(ExecutableElement method, Diagnostic diagnostic, String text) {
    messager.printMessage(Kind.ERROR, diagnostic.message(text), method);
    return false;
  }

  private static boolean isCoroutine(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals(Names.COROUTINE);
  }

  private static String boxedName(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> "Boolean";
      case BYTE -> "Byte";
      case CHAR -> "Character";
      case SHORT -> "Short";
      case INT -> "Integer";
      case LONG -> "Long";
      case FLOAT -> "Float";
      case DOUBLE -> "Double";
      case VOID -> "Void";
      default -> type.toString();
    };
  }
}
