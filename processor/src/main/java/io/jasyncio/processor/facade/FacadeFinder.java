package io.jasyncio.processor.facade;

import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic.Kind;

/** Plans the facades that an annotated element asks for. */
final class FacadeFinder {

  private final ProcessingEnvironment env;
  private final Elements elements;
  private final Types types;

  FacadeFinder(ProcessingEnvironment env) {
    this.env = env;
    this.elements = env.getElementUtils();
    this.types = env.getTypeUtils();
  }

  /** True if all types are known that the facades will name. */
  boolean isResolved(Element annotated) {
    List<?> named = (List<?>) value(annotationOn(annotated), "value").getValue();
    if (named.isEmpty() && annotated instanceof TypeElement type) {
      return isResolved(type);
    }
    return named.stream()
        .map(one -> ((AnnotationValue) one).getValue())
        .allMatch(this::isKnownType);
  }

  /** Also for what is no class: that is reported when the facade is written. */
  private boolean isKnownType(Object named) {
    if (named instanceof DeclaredType type && type.getKind() == TypeKind.DECLARED) {
      return isResolved((TypeElement) type.asElement());
    }
    return !isMissing(named);
  }

  /** What the compiler gives for {@code Missing.class}: an error type, or no type at all. */
  private static boolean isMissing(Object type) {
    return type instanceof TypeMirror mirror
        ? mirror.getKind() == TypeKind.ERROR
        : type.toString().equals("<error>");
  }

  private boolean isResolved(TypeElement type) {
    return types.directSupertypes(type.asType()).stream().allMatch(this::isKnown)
        && ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
            .allMatch(
                method ->
                    isKnown(method.getReturnType())
                        && method.getParameters().stream()
                            .map(Element::asType)
                            .allMatch(this::isKnown)
                        && method.getThrownTypes().stream().allMatch(this::isKnown));
  }

  private boolean isKnown(TypeMirror type) {
    return switch (type.getKind()) {
      case ERROR -> false;
      case ARRAY -> isKnown(((ArrayType) type).getComponentType());
      case DECLARED -> ((DeclaredType) type).getTypeArguments().stream().allMatch(this::isKnown);
      default -> true;
    };
  }

  private static AnnotationMirror annotationOn(Element annotated) {
    return annotated.getAnnotationMirrors().stream()
        .filter(mirror -> nameOf(mirror.getAnnotationType()).equals(Names.TO_THREAD))
        .findFirst()
        .orElseThrow();
  }

  List<Facade> of(Element annotated) {
    AnnotationMirror annotation = annotationOn(annotated);
    int maxWorkers = (int) value(annotation, "maxWorkers").getValue();
    if (maxWorkers < 0) {
      report(annotated, "maxWorkers is negative: write the number of threads, or 0 for the loop's");
      return List.of();
    }
    String prefix = (String) value(annotation, "threadNamePrefix").getValue();
    List<Facade> facades = new ArrayList<>();
    for (TypeElement type : typesOf(annotated, annotation)) {
      facade(annotated, type, maxWorkers, prefix).ifPresent(facades::add);
    }
    return facades;
  }

  private List<TypeElement> typesOf(Element annotated, AnnotationMirror annotation) {
    List<TypeElement> named = new ArrayList<>();
    for (Object one : (List<?>) value(annotation, "value").getValue()) {
      if (((AnnotationValue) one).getValue() instanceof DeclaredType type) {
        named.add((TypeElement) type.asElement());
      } else {
        report(annotated, one + " is not a class or interface: there are no methods to call");
      }
    }
    boolean itself =
        ((List<?>) value(annotation, "value").getValue()).isEmpty()
            && annotated instanceof TypeElement;
    return itself ? List.of((TypeElement) annotated) : named;
  }

  private Optional<Facade> facade(
      Element annotated, TypeElement type, int maxWorkers, String prefix) {
    PackageElement home = elements.getPackageOf(annotated);
    if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
      report(annotated, type + " is an annotation: there are no methods to call");
      return Optional.empty();
    }
    for (Element at = type; at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
      if (!isAccessible(at, home)) {
        report(annotated, type + " cannot be named from another class: make it package-private");
        return Optional.empty();
      }
    }
    return Optional.of(
        new Facade(
            annotated,
            home.getQualifiedName().toString(),
            nestedName(type) + "Async",
            type,
            methods(type, home),
            maxWorkers,
            prefix.isEmpty() ? type.getSimpleName().toString() : prefix));
  }

  /** {@code Outer_Inner}, as AutoValue names what it makes of nested types. */
  private static String nestedName(TypeElement type) {
    String name = type.getSimpleName().toString();
    return type.getEnclosingElement() instanceof TypeElement outer
        ? nestedName(outer) + "_" + name
        : name;
  }

  /** In the order of the declarations, with those of supertypes that are not overridden. */
  private List<Facade.Method> methods(TypeElement type, PackageElement home) {
    List<Facade.Method> methods = new ArrayList<>();
    Set<String> signatures = new HashSet<>();
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
      ExecutableType signature =
          (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
      if (isCallable(method, home) && signatures.add(erased(method, signature))) {
        methods.add(new Facade.Method(method, signature, returnsCoroutine(signature)));
      }
    }
    return methods;
  }

  private boolean isCallable(ExecutableElement method, PackageElement home) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && isAccessible(method, home)
        && !isOfObject(method);
  }

  /** Also for an interface that declares {@code equals} once more. */
  private boolean isOfObject(ExecutableElement method) {
    TypeElement object = elements.getTypeElement("java.lang.Object");
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return owner.equals(object)
        || ElementFilter.methodsIn(object.getEnclosedElements()).stream()
            .filter(inherited -> inherited.getSimpleName().equals(method.getSimpleName()))
            .anyMatch(
                inherited ->
                    types.isSubsignature(
                        (ExecutableType) method.asType(), (ExecutableType) inherited.asType()));
  }

  private boolean isAccessible(Element element, PackageElement home) {
    Set<Modifier> modifiers = element.getModifiers();
    return modifiers.contains(Modifier.PUBLIC)
        || (!modifiers.contains(Modifier.PRIVATE) && elements.getPackageOf(element).equals(home));
  }

  private String erased(ExecutableElement method, ExecutableType signature) {
    return signature.getParameterTypes().stream()
        .map(type -> types.erasure(type).toString())
        .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
  }

  private static boolean returnsCoroutine(ExecutableType signature) {
    TypeMirror type = signature.getReturnType();
    return type.getKind() == TypeKind.DECLARED
        && nameOf((DeclaredType) type).equals(Names.COROUTINE);
  }

  private static String nameOf(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }

  private AnnotationValue value(AnnotationMirror annotation, String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        elements.getElementValuesWithDefaults(annotation).entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue();
      }
    }
    throw new IllegalStateException("@ToThread has no " + name + ": another version of it is used");
  }

  private void report(Element at, String text) {
    env.getMessager().printMessage(Kind.ERROR, Diagnostic.TO_THREAD_TYPE.message(text), at);
  }
}
