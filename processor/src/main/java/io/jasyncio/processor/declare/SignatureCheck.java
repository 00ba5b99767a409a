package io.jasyncio.processor.declare;

import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.names.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Says what is wrong with the signature of an async method; goes on after each mistake. */
public final class SignatureCheck {

  /**
   * A mistake.
   *
   * @param diagnostic what it is
   * @param text the cause and the cure
   */
  public record Problem(Diagnostic diagnostic, String text) {}

  /** What stands for a result to come; the argument is the result's type. */
  private static final Set<String> PROMISES =
      Set.of(
          Names.COROUTINE,
          Names.AWAITABLE,
          "io.jasyncio.Future",
          "io.jasyncio.Task",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future");

  private static final Pattern PACKAGES = Pattern.compile("\\b(?:\\p{Ll}\\w*\\.)+");

  private SignatureCheck() {}

  /** All mistakes; none if a state machine can be made for the method. */
  public static List<Problem> problems(ExecutableElement method) {
    return Stream.of(returnTypeProblem(method), synchronizedProblem(method), nativeProblem(method))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Problem> returnTypeProblem(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    if (isMain(method)) {
      return Optional.of(
          new Problem(
              Diagnostic.ASYNC_RETURN_TYPE,
              "main cannot be @Async, for the JVM would not await it: write an @Async method of"
                  + " another name and let main call run(...) with it"));
    }
    Optional<AsyncKind> kind = kind(method);
    if (kind.isEmpty()) {
      return Optional.of(new Problem(Diagnostic.ASYNC_RETURN_TYPE, wrongReturnType(type)));
    }
    if (((DeclaredType) type).getTypeArguments().isEmpty()) {
      return Optional.of(new Problem(Diagnostic.ASYNC_RETURN_TYPE, rawType(kind.get(), type)));
    }
    return Optional.empty();
  }

  private static String rawType(AsyncKind kind, TypeMirror type) {
    String raw = readable(type);
    return kind.isGenerator()
        ? "an @Async method says what its values are, and a raw %s does not: declare it as %s<Object>"
                .formatted(raw, raw)
            + " if they can be anything"
        : "an @Async method says what its result is, and a raw %s does not: declare it as %s<Void>"
                .formatted(raw, raw)
            + " if there is none";
  }

  /** What an async method is; empty if it has a return type that async methods do not have. */
  public static Optional<AsyncKind> kind(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    return type.getKind() == TypeKind.DECLARED ? AsyncKind.returning(name(type)) : Optional.empty();
  }

  private static Optional<Problem> synchronizedProblem(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.SYNCHRONIZED)
        ? Optional.of(
            new Problem(
                Diagnostic.ASYNC_SYNCHRONIZED,
                "an @Async method cannot be synchronized, since a monitor belongs to a thread and"
                    + " not to a coroutine: hold an AsyncLock inside it"))
        : Optional.empty();
  }

  private static Optional<Problem> nativeProblem(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.NATIVE)
        ? Optional.of(
            new Problem(
                Diagnostic.ASYNC_NATIVE,
                "an @Async method cannot be native, for it has no body to suspend: call the native"
                    + " method through toThread(...)"))
        : Optional.empty();
  }

  private static String wrongReturnType(TypeMirror type) {
    return "an @Async method returns Coroutine<T>, not "
        + readable(type)
        + ": declare it as Coroutine<"
        + resultType(type)
        + "> and end it with return result("
        + (type.getKind() == TypeKind.VOID ? "" : "...")
        + ")";
  }

  /** {@code public static void main(String[])}, or what newer launchers take for one. */
  private static boolean isMain(ExecutableElement method) {
    return method.getSimpleName().contentEquals("main")
        && method.getReturnType().getKind() == TypeKind.VOID
        && method.getParameters().stream()
            .allMatch(
                parameter ->
                    parameter.asType() instanceof ArrayType array
                        && isNamed(array.getComponentType(), "java.lang.String"));
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type.getKind() == TypeKind.DECLARED && name(type).equals(name);
  }

  private static String name(TypeMirror type) {
    return ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString();
  }

  /** What the method seems to mean by its result. */
  private static String resultType(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> "Boolean";
      case BYTE -> "Byte";
      case CHAR -> "Character";
      case SHORT -> "Short";
      case INT -> "Integer";
      case LONG -> "Long";
      case FLOAT -> "Float";
      case DOUBLE -> "Double";
      case VOID -> "Void";
      case DECLARED -> promised((DeclaredType) type).orElse(readable(type));
      case TYPEVAR ->
          ((TypeVariable) type).getUpperBound() instanceof DeclaredType bound
              ? promised(bound).orElse(readable(type))
              : readable(type);
      default -> readable(type);
    };
  }

  /** {@code T} of {@code CompletableFuture<T>}. */
  private static Optional<String> promised(DeclaredType type) {
    return PROMISES.contains(name(type)) && type.getTypeArguments().size() == 1
        ? Optional.of(readable(type.getTypeArguments().get(0)))
        : Optional.empty();
  }

  /** A type without the names of packages. */
  private static String readable(TypeMirror type) {
    return PACKAGES.matcher(type.toString()).replaceAll("");
  }
}
