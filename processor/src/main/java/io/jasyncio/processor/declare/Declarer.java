package io.jasyncio.processor.declare;

import io.jasyncio.processor.names.MachineNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;

/**
 * The first step: checks the signatures of async methods and writes a state-machine class for each
 * one, so that every class of the program is known to the compiler from the start.
 */
public final class Declarer {

  private final ProcessingEnvironment env;
  private final Descriptors descriptors;
  private final MachineSource source;
  private final Set<String> deferred = new LinkedHashSet<>();

  /** Writes through the filer of {@code env}. */
  public Declarer(ProcessingEnvironment env) {
    this.env = env;
    this.descriptors = new Descriptors(env.getElementUtils(), env.getTypeUtils());
    this.source = new MachineSource(env);
  }

  /**
   * Declares what a round brings. A class with a method whose types are not known yet (another
   * processor may still write them) waits for the next round.
   *
   * @param annotated the elements that carry {@code @Async} in this round
   * @return what was declared
   */
  public Declared declare(Collection<? extends Element> annotated) {
    Set<TypeElement> types = new LinkedHashSet<>();
    deferred.forEach(name -> types.add(env.getElementUtils().getTypeElement(name)));
    deferred.clear();
    annotated.forEach(method -> types.add((TypeElement) method.getEnclosingElement()));

    Declared declared = new Declared(new LinkedHashSet<>(), new LinkedHashSet<>());
    for (TypeElement type : types) {
      List<ExecutableElement> methods = asyncMethods(type);
      if (methods.stream().allMatch(this::isResolved)) {
        declare(type, methods, declared);
      } else {
        deferred.add(type.getQualifiedName().toString());
      }
    }
    return declared;
  }

  /** In the order of the class file, abstract ones left out: they have no body. */
  private static List<ExecutableElement> asyncMethods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(AsyncMirror::isOn)
        .toList();
  }

  private boolean isResolved(ExecutableElement method) {
    return isResolved(method.getReturnType())
        && typeArguments(method.getReturnType()).stream().allMatch(this::isResolved)
        && method.getParameters().stream().map(Element::asType).allMatch(this::isResolved);
  }

  /** Only what the machine will name: {@code Missing[]} counts, {@code List<Missing>} does not. */
  private boolean isResolved(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID || type.getKind() == TypeKind.WILDCARD) {
      return true;
    }
    TypeMirror erased = env.getTypeUtils().erasure(type);
    return erased.getKind() == TypeKind.ARRAY
        ? isResolved(((ArrayType) erased).getComponentType())
        : erased.getKind() != TypeKind.ERROR;
  }

  private static List<? extends TypeMirror> typeArguments(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? ((DeclaredType) type).getTypeArguments()
        : List.of();
  }

  private boolean accepts(ExecutableElement method) {
    List<SignatureCheck.Problem> problems = SignatureCheck.problems(method);
    for (SignatureCheck.Problem problem : problems) {
      env.getMessager()
          .printMessage(Kind.ERROR, problem.diagnostic().message(problem.text()), method);
    }
    return problems.isEmpty();
  }

  private void declare(TypeElement type, List<ExecutableElement> methods, Declared declared) {
    Map<MachineNames.Method, ExecutableElement> accepted = new LinkedHashMap<>();
    for (ExecutableElement method : methods) {
      if (accepts(method) && !method.getModifiers().contains(Modifier.ABSTRACT)) {
        accepted.put(
            new MachineNames.Method(method.getSimpleName().toString(), descriptors.of(method)),
            method);
      }
    }
    if (accepted.isEmpty()) {
      return;
    }
    declared.types().add(type);
    String owner = descriptors.internalName(type);
    List<Declaration> declarations = new ArrayList<>();
    MachineNames.of(owner, accepted.keySet())
        .forEach(
            (method, name) -> declarations.add(new Declaration(type, accepted.get(method), name)));
    String packagePrefix = owner.substring(0, owner.lastIndexOf('/') + 1);
    for (Declaration declaration : declarations) {
      source.write(declaration);
      declared.machines().add(descriptors.uniqueName(type, packagePrefix + declaration.machine()));
    }
  }
}
