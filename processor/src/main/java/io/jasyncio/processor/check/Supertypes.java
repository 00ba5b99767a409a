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

  /** The nearest first, level by level. */
  static Set<String> of(Types types, TypeMirror type) {
    Set<String> names = new LinkedHashSet<>();
    List<TypeMirror> level = List.of(type);
    while (!level.isEmpty()) {
      List<TypeMirror> next = new ArrayList<>();
      for (TypeMirror at : level) {
        if (at.getKind() == TypeKind.DECLARED && names.add(name(at))) {
          next.addAll(types.directSupertypes(at));
        }
      }
      level = next;
    }
    return names;
  }

  private static String name(TypeMirror type) {
    return ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString();
  }
}
