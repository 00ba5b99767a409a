package io.jasyncio.processor.javac;

import io.jasyncio.processor.declare.AsyncMirror;
import io.jasyncio.processor.declare.Descriptors;
import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.weave.AsyncCallees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Knows which async methods have direct entries: those of this compilation, and those of the
 * library itself. Classes from elsewhere may change without their callers being compiled again, and
 * a method that is async no more has no entry.
 */
final class KnownCallees implements AsyncCallees {

  private static final String LIBRARY = "io.jasyncio.";

  private final Elements elements;
  private final Types types;
  private final Descriptors descriptors;

  /**
   * The internal names of the classes that are being compiled, as far as they have async methods.
   */
  private final Set<String> compiled = new HashSet<>();

  private final Map<String, Optional<String>> found = new HashMap<>();

  KnownCallees(ProcessingEnvironment env, Descriptors descriptors) {
    this.elements = env.getElementUtils();
    this.types = env.getTypeUtils();
    this.descriptors = descriptors;
  }

  /** Notes a class whose async methods are going to be woven in this compilation. */
  void add(TypeElement type) {
    compiled.add(descriptors.internalName(type));
  }

  @Override
  public Optional<String> find(String owner, String name, String descriptor) {
    if (AsyncKind.ofDescriptor(descriptor).filter(AsyncKind.COROUTINE::equals).isEmpty()) {
      return Optional.empty();
    }
    return found.computeIfAbsent(
        owner + "." + name + descriptor, key -> search(owner, name, descriptor));
  }

  private Optional<String> search(String owner, String name, String descriptor) {
    // A name with a dollar of its own is not found, and the call stays as it is.
    TypeElement type = elements.getTypeElement(owner.replace('/', '.').replace('$', '.'));
    while (type != null && type.getKind() != ElementKind.INTERFACE) {
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (method.getSimpleName().contentEquals(name)
            && descriptors.of(method).equals(descriptor)) {
          return hasEntry(type, method) ? Optional.of(result(method)) : Optional.empty();
        }
      }
      type = superclass(type);
    }
    return Optional.empty();
  }

  private static TypeElement superclass(TypeElement type) {
    TypeMirror superclass = type.getSuperclass();
    return superclass.getKind() == TypeKind.DECLARED
        ? (TypeElement) ((DeclaredType) superclass).asElement()
        : null;
  }

  private boolean hasEntry(TypeElement type, ExecutableElement method) {
    return AsyncMirror.isOn(method)
        && !method.getModifiers().contains(Modifier.ABSTRACT)
        && (compiled.contains(descriptors.internalName(type)) || isLibrary(type));
  }

  private boolean isLibrary(TypeElement type) {
    return elements
        .getPackageOf(type)
        .getQualifiedName()
        .toString()
        .concat(".")
        .startsWith(LIBRARY);
  }

  private String result(ExecutableElement method) {
    List<? extends TypeMirror> arguments =
        ((DeclaredType) method.getReturnType()).getTypeArguments();
    if (arguments.size() == 1 && arguments.get(0).getKind() == TypeKind.DECLARED) {
      try {
        return descriptors.of(types.unboxedType(arguments.get(0)));
      } catch (IllegalArgumentException notABox) {
        return "Ljava/lang/Object;";
      }
    }
    return "Ljava/lang/Object;";
  }
}
