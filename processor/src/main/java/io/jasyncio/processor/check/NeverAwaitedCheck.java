package io.jasyncio.processor.check;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.AsyncKind;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Types;

/**
 * {@code NeverAwaited}: a coroutine or generator is made and dropped, so that its body never runs.
 */
final class NeverAwaitedCheck {

  private static final String CURE =
      "is never awaited, so its body does not run: await it, or start it with createTask(...)";

  private static final String GENERATOR_CURE =
      "is never iterated, so its body does not run: loop over it";

  private final Trees trees;
  private final Types types;
  private final Reporter reporter;

  NeverAwaitedCheck(Trees trees, Types types, Reporter reporter) {
    this.trees = trees;
    this.types = types;
    this.reporter = reporter;
  }

  /** {@code fetch();} */
  void statement(TreePath path, ExpressionStatementTree tree) {
    TreePath expression = new TreePath(path, tree.getExpression());
    if (makesCoroutine(expression)) {
      report(expression, "this %s");
    } else if (isStreamOfCoroutines(expression)) {
      reporter.lint(expression, Diagnostic.NEVER_AWAITED, "what this stream makes " + CURE);
    }
  }

  /** {@code Runnable r = () -> fetch();} */
  void lambda(TreePath path, LambdaExpressionTree tree) {
    if (!(tree.getBody() instanceof ExpressionTree) || !dropsItsResult(path)) {
      return;
    }
    TreePath body = new TreePath(path, tree.getBody());
    if (makesCoroutine(body)) {
      report(body, "this %s");
    }
  }

  /** {@code Runnable r = this::fetch;} */
  void reference(TreePath path) {
    if (returnsCoroutine(trees.getElement(path)) && dropsItsResult(path)) {
      report(path, "the %s of this method reference");
    }
  }

  /** {@code var c = fetch();} with a {@code c} that nothing reads. */
  void variable(TreePath path, VariableTree tree) {
    if (tree.getInitializer() == null || isMeantToBeUnused(tree)) {
      return;
    }
    Element variable = trees.getElement(path);
    if (variable == null || variable.getKind() != ElementKind.LOCAL_VARIABLE) {
      return;
    }
    TreePath initializer = new TreePath(path, tree.getInitializer());
    if (makesCoroutine(initializer) && !Reads.exist(path, tree.getName())) {
      report(initializer, "the %s in " + tree.getName());
    }
  }

  private void report(TreePath call, String subject) {
    boolean generator = kindMadeBy(trees.getElement(call)).isGenerator();
    String what = subject.formatted(generator ? "generator" : "coroutine");
    reporter.lint(call, Diagnostic.NEVER_AWAITED, what + " " + (generator ? GENERATOR_CURE : CURE));
  }

  /** Names that say so: {@code _}, which has no characters here, and {@code unused}. */
  private static boolean isMeantToBeUnused(VariableTree tree) {
    return tree.getName().isEmpty() || tree.getName().toString().startsWith("unused");
  }

  private boolean makesCoroutine(TreePath expression) {
    return expression.getLeaf() instanceof MethodInvocationTree
        && returnsCoroutine(trees.getElement(expression));
  }

  private static boolean returnsCoroutine(Element callee) {
    return isToBeAwaited(kindMadeBy(callee));
  }

  private static boolean isToBeAwaited(AsyncKind kind) {
    return kind != null && !kind.isEager();
  }

  /**
   * What a method is declared to return: {@code requireNonNull(coroutine)} only hands through what
   * it was given. Null for anything that is not made by async methods.
   */
  private static AsyncKind kindMadeBy(Element callee) {
    return callee instanceof ExecutableElement method
        ? Library.kindOf(method.getReturnType())
        : null;
  }

  /** {@code pages.stream().map(this::fetch)}, and {@code toList()} of it. */
  private boolean isStreamOfCoroutines(TreePath expression) {
    Element callee = trees.getElement(expression);
    return expression.getLeaf() instanceof MethodInvocationTree
        && callee instanceof ExecutableElement
        && callee.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals("java.util.stream.Stream")
        && trees.getTypeMirror(expression) instanceof DeclaredType made
        && made.getTypeArguments().stream()
            .map(Library::kindOf)
            .anyMatch(NeverAwaitedCheck::isToBeAwaited);
  }

  private boolean dropsItsResult(TreePath function) {
    return FunctionalInterfaces.method(types, trees.getTypeMirror(function))
        .filter(method -> method.getReturnType().getKind() == TypeKind.VOID)
        .isPresent();
  }
}
