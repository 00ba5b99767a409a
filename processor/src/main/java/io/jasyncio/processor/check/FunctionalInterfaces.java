package io.jasyncio.processor.check;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.declare.AsyncMirror;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the method that a lambda implements. */
final class FunctionalInterfaces {

  private FunctionalInterfaces() {}

  /** True for a lambda that may await: its interface's method carries {@code @Async}. */
  static boolean isAsync(Trees trees, Types types, TreePath lambda) {
    TypeMirror type = trees.getTypeMirror(lambda);
    return type instanceof DeclaredType declared
        && method(types, declared).filter(AsyncMirror::isOn).isPresent();
  }

  /** The first abstract method of an interface that is not one of {@code Object}'s. */
  static Optional<ExecutableElement> method(Types types, DeclaredType type) {
    Optional<ExecutableElement> own =
        ElementFilter.methodsIn(type.asElement().getEnclosedElements()).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .filter(method -> !isOfObject(method))
            .findFirst();
    if (own.isPresent()) {
      return own;
    }
    for (TypeMirror parent : types.directSupertypes(type)) {
      Optional<ExecutableElement> inherited = method(types, (DeclaredType) parent);
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return Optional.empty();
  }

  private static boolean isOfObject(ExecutableElement method) {
    return switch (method.getSimpleName().toString()) {
      case "equals" -> method.getParameters().size() == 1;
      case "hashCode", "toString" -> method.getParameters().isEmpty();
      default -> false;
    };
  }
}
