package io.jasyncio.processor.declare;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Types as a class beside the user's can name them: erased, and {@code Object} where the type is
 * private, or protected in another package.
 */
final class AccessibleTypes {

  private final ProcessingEnvironment env;

  AccessibleTypes(ProcessingEnvironment env) {
    this.env = env;
  }

  /** The erasure of a variable's type. */
  TypeName erased(TypeMirror type) {
    TypeMirror erasure = env.getTypeUtils().erasure(type);
    return isAccessible(erasure) ? TypeName.get(erasure).withoutAnnotations() : ClassName.OBJECT;
  }

  /** A type argument, erased; {@code Object} for what only the method knows. */
  TypeName boxedArgument(TypeMirror argument) {
    boolean concrete =
        argument.getKind() == TypeKind.DECLARED || argument.getKind() == TypeKind.ARRAY;
    return concrete ? erased(argument) : ClassName.OBJECT;
  }

  /** A parameter's type as a Javadoc link spells it. */
  String docName(TypeMirror type) {
    TypeMirror erasure = env.getTypeUtils().erasure(type);
    return TypeName.get(erasure).withoutAnnotations().toString();
  }

  private boolean isAccessible(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return isAccessible(((ArrayType) type).getComponentType());
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return true;
    }
    for (Element at = ((DeclaredType) type).asElement();
        at.getKind() != ElementKind.PACKAGE;
        at = at.getEnclosingElement()) {
      Set<Modifier> modifiers = at.getModifiers();
      // A protected nested class of another package is accessible to subclasses only.
      if (modifiers.contains(Modifier.PRIVATE) || modifiers.contains(Modifier.PROTECTED)) {
        return false;
      }
    }
    return true;
  }
}
