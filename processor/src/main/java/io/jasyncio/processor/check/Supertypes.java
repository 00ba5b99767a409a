package io.jasyncio.processor.check;

import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The names of a class and everything it extends or implements. */
final class Supertypes {

  private Supertypes() {}

  static Stream<String> of(Types types, TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return Stream.empty();
    }
    String name = ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString();
    return Stream.concat(
        Stream.of(name),
        types.directSupertypes(type).stream().flatMap(parent -> of(types, parent)));
  }
}
