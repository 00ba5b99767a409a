package io.jasyncio.processor.declare;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Class-file descriptors of elements. */
public final class Descriptors {

  private final Elements elements;
  private final Types types;

  /** Uses the compiler's view of the program. */
  public Descriptors(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The internal name of a class, {@code a/b/Outer$Inner}. */
  public String internalName(TypeElement type) {
    return elements.getBinaryName(type).toString().replace('.', '/');
  }

  /**
   * A class's name among all classes of a compilation, {@code module:a/b/C}: two modules may have
   * packages of one name.
   *
   * @param user the class, or another of its module
   */
  public String uniqueName(TypeElement user, String internalName) {
    // Not getModuleOf, which fails on the class that javac makes for a module-info.
    Element outermost = user;
    while (outermost.getEnclosingElement() != null) {
      outermost = outermost.getEnclosingElement();
    }
    String module = outermost instanceof ModuleElement named ? "" + named.getQualifiedName() : "";
    return module + ":" + internalName;
  }

  /** The descriptor of a method, {@code (I[Ljava/lang/String;)V}. */
  public String of(ExecutableElement method) {
    StringBuilder descriptor = new StringBuilder("(");
    for (VariableElement parameter : method.getParameters()) {
      descriptor.append(of(parameter.asType()));
    }
    return descriptor.append(')').append(of(method.getReturnType())).toString();
  }

  /** The descriptor of a type. */
  public String of(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    return switch (erased.getKind()) {
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case CHAR -> "C";
      case SHORT -> "S";
      case INT -> "I";
      case LONG -> "J";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case VOID -> "V";
      case ARRAY -> "[" + of(((ArrayType) erased).getComponentType());
      default -> "L" + internalName((TypeElement) ((DeclaredType) erased).asElement()) + ";";
    };
  }
}
