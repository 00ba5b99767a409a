package io.jasyncio.processor.check;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.declare.AsyncMirror;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the method that a lambda or a method reference implements. */
final class FunctionalInterfaces {

  private FunctionalInterfaces() {}

  /** True for a lambda that may await: its interface's method carries {@code @Async}. */
  static boolean isAsync(Trees trees, Types types, TreePath lambda) {
    return method(types, trees.getTypeMirror(lambda)).filter(AsyncMirror::isOn).isPresent();
  }

  /** The first abstract method of an interface that is not one of {@code Object}'s. */
  static Optional<ExecutableElement> method(Types types, TypeMirror type) {
    if (type == null || type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    Optional<ExecutableElement> own =
        ElementFilter.methodsIn(((DeclaredType) type).asElement().getEnclosedElements()).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .filter(method -> !isOfObject(method))
            .findFirst();
    return own.or(
        () ->
            types.directSupertypes(type).stream()
                .map(parent -> method(types, parent))
                .flatMap(Optional::stream)
                .findFirst());
  }

  /** What a lambda for an interface returns; null where it is not known. */
  static TypeMirror returned(Types types, TypeMirror type) {
    return method(types, type)
        .map(method -> types.asMemberOf((DeclaredType) type, method))
        .map(member -> ((ExecutableType) member).getReturnType())
        .orElse(null);
  }

  private static boolean isOfObject(ExecutableElement method) {
    return switch (method.getSimpleName().toString()) {
      case "equals" -> method.getParameters().size() == 1;
      case "hashCode", "toString" -> method.getParameters().isEmpty();
      default -> false;
    };
  }
}
