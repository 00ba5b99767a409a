package io.jasyncio.processor.check;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.names.Names;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * {@code EmitOutsideGenerator} and {@code EmitType}: an emit stands where nobody can get its value,
 * or its value is none of the generator's.
 */
final class EmitCheck {

  private final Trees trees;
  private final Types types;
  private final Surroundings.Finder surroundings;
  private final Reporter reporter;

  EmitCheck(Trees trees, Types types, Surroundings.Finder surroundings, Reporter reporter) {
    this.trees = trees;
    this.types = types;
    this.surroundings = surroundings;
    this.reporter = reporter;
  }

  void call(TreePath call, MethodInvocationTree tree) {
    Element callee = trees.getElement(call);
    if (Library.isEmit(callee)) {
      check(call, tree, false);
    } else if (Library.isEmitAll(callee)) {
      check(call, tree, true);
    } else if (Library.isDone(callee)) {
      checkDone(call);
    }
  }

  void reference(TreePath reference) {
    Element callee = trees.getElement(reference);
    if (Library.isEmit(callee) || Library.isEmitAll(callee) || Library.isDone(callee)) {
      report(
          reference,
          callee.getSimpleName()
              + " cannot be a method reference, for there is no generator around it: write a loop");
    }
  }

  private void check(TreePath call, MethodInvocationTree tree, boolean all) {
    Surroundings around = surroundings.of(call);
    if (around.kind() == Surroundings.Kind.UNKNOWN) {
      return;
    }
    if (!around.areGenerator()) {
      report(call, (all ? "emitAll" : "emit") + outside(around));
    } else if (all && around.asyncKind() == AsyncKind.ASYNC_GENERATOR) {
      report(
          call,
          "emitAll in an AsyncGenerator, where values may have to be waited for: write"
              + " for (var x : source) { emit(x); }");
    } else if (around.holdMonitorAt(call)) {
      reporter.error(
          call,
          Diagnostic.AWAIT_IN_MONITOR,
          "emit while a monitor is held, which belongs to the thread and not to the generator:"
              + " leave the synchronized block before");
    } else if (!tree.getArguments().isEmpty()) {
      checkArgument(new TreePath(call, tree.getArguments().get(0)), around, all);
    }
  }

  private void checkArgument(TreePath argument, Surroundings around, boolean all) {
    TypeMirror type = trees.getTypeMirror(argument);
    if (all && Supertypes.contain(types, type, Names.ASYNC_ITERABLE)) {
      reporter.error(
          argument,
          Diagnostic.AWAIT_IN_GENERATOR,
          "each of these values has to be waited for, and a Generator cannot, for it runs in plain"
              + " Java code: declare the method as AsyncGenerator<T> and emit them in a loop");
    } else {
      TypeMirror values = around.typeArgument(trees, types);
      for (TreePath value : all ? List.of(argument) : emitted(argument, type, values)) {
        checkType(value, trees.getTypeMirror(value), values, all);
      }
    }
  }

  /** A choice between values is, as a whole, of the type that emit takes: any. */
  private List<TreePath> emitted(TreePath argument, TypeMirror type, TypeMirror values) {
    boolean fits = type == null || values == null || fits(argument, type, values);
    return fits ? List.of(argument) : ReturnedValues.typed(trees, argument);
  }

  private static String outside(Surroundings around) {
    return switch (around.kind()) {
      case LAMBDA ->
          " in a lambda, which is no part of the generator around it: write a loop in its place";
      case INITIALIZER ->
          " in a constructor or initialiser, which is no generator: move it to an @Async method"
              + " that returns Generator<T>";
      default ->
          " outside a generator: annotate the method with @Async and let it return Generator<T>, or"
              + " AsyncGenerator<T> if it awaits, too";
    };
  }

  private void checkType(TreePath argument, TypeMirror type, TypeMirror values, boolean all) {
    if (type == null || values == null || type.getKind() == TypeKind.ERROR) {
      return;
    }
    TypeMirror emitted = all ? elementType(type) : type;
    if (emitted != null && !fits(argument, emitted, values)) {
      reporter.error(
          argument,
          Diagnostic.EMIT_TYPE,
          "this emits %s, and the generator is declared for %s: emit such a value, or declare the"
                  .formatted(emitted, values)
              + " method for both");
    }
  }

  private boolean fits(TreePath argument, TypeMirror emitted, TypeMirror values) {
    if (types.isAssignable(emitted, values)) {
      return true;
    }
    // javac could not know what type was wanted, so what it has inferred says nothing.
    return isInferred((ExpressionTree) argument.getLeaf())
        && types.isAssignable(types.erasure(emitted), types.erasure(values));
  }

  private static boolean isInferred(ExpressionTree tree) {
    return tree instanceof MethodInvocationTree
        || tree instanceof NewClassTree
        || tree instanceof ConditionalExpressionTree
        || tree instanceof SwitchExpressionTree
        || tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree
        || (tree instanceof ParenthesizedTree inner && isInferred(inner.getExpression()));
  }

  /** {@code T} of an {@code Iterable<T>}, or its bound; null if it has none. */
  private TypeMirror elementType(TypeMirror type) {
    if (type instanceof DeclaredType declared && Library.isNamed(declared, "java.lang.Iterable")) {
      return declared.getTypeArguments().isEmpty()
          ? null
          : bound(declared.getTypeArguments().get(0));
    }
    if (type.getKind().isPrimitive() || type.getKind() == TypeKind.NULL) {
      return null;
    }
    for (TypeMirror parent : types.directSupertypes(type)) {
      TypeMirror found = elementType(parent);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Of {@code ? extends T} this is T; null where there is no such bound. */
  private static TypeMirror bound(TypeMirror argument) {
    return argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : argument;
  }

  private void checkDone(TreePath call) {
    Surroundings around = surroundings.of(call);
    if (around.kind() != Surroundings.Kind.UNKNOWN && !around.areGenerator()) {
      report(call, "done" + outside(around));
    }
  }

  private void report(TreePath at, String text) {
    reporter.error(at, Diagnostic.EMIT_OUTSIDE_GENERATOR, text);
  }
}
