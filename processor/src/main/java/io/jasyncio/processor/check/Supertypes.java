package io.jasyncio.processor.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The names of a class and everything it extends or implements. */
final class Supertypes {

  private Supertypes() {}

  /** The nearest first, level by level; of a type variable those of its bounds. */
  static Set<String> of(Types types, TypeMirror type) {
    Set<String> names = new LinkedHashSet<>();
    List<TypeMirror> level = List.of(type);
    while (!level.isEmpty()) {
      List<TypeMirror> next = new ArrayList<>();
      for (TypeMirror at : level) {
        if (hasOnlyBounds(at) || isNew(at, names)) {
          next.addAll(types.directSupertypes(at));
        }
      }
      level = next;
    }
    return names;
  }

  /** True if {@code name} is a class or interface of {@code type}; null for what javac rejected. */
  static boolean contain(Types types, TypeMirror type, String name) {
    return type != null && of(types, type).contains(name);
  }

  private static boolean hasOnlyBounds(TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.INTERSECTION;
  }

  private static boolean isNew(TypeMirror type, Set<String> names) {
    return type.getKind() == TypeKind.DECLARED && names.add(name(type));
  }

  private static String name(TypeMirror type) {
    return ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString();
  }
}
