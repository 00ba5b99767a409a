package io.jasyncio.processor.check;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Types;

/** {@code NeverAwaited}: a coroutine is made and dropped, so that its body never runs. */
final class NeverAwaitedCheck {

  private static final String CURE =
      "is never awaited, so its body does not run: await it, or start it with createTask(...)";

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
      report(expression, "this coroutine " + CURE);
    }
  }

  /** {@code Runnable r = () -> fetch();} */
  void lambda(TreePath path, LambdaExpressionTree tree) {
    if (!(tree.getBody() instanceof ExpressionTree) || !dropsItsResult(path)) {
      return;
    }
    TreePath body = new TreePath(path, tree.getBody());
    if (makesCoroutine(body)) {
      report(body, "this coroutine " + CURE);
    }
  }

  /** {@code Runnable r = this::fetch;} */
  void reference(TreePath path) {
    if (returnsCoroutine(trees.getElement(path)) && dropsItsResult(path)) {
      report(path, "the coroutine of this method reference " + CURE);
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
      report(initializer, "the coroutine in " + tree.getName() + " " + CURE);
    }
  }

  private void report(TreePath at, String text) {
    reporter.lint(at, Diagnostic.NEVER_AWAITED, text);
  }

  /** Names that say so: {@code _}, which has no characters here, and {@code unused}. */
  private static boolean isMeantToBeUnused(VariableTree tree) {
    return tree.getName().isEmpty() || tree.getName().toString().startsWith("unused");
  }

  private boolean makesCoroutine(TreePath expression) {
    return expression.getLeaf() instanceof MethodInvocationTree
        && returnsCoroutine(trees.getElement(expression));
  }

  /**
   * True for a method that is declared to return one: {@code requireNonNull(coroutine)} only hands
   * through what it was given.
   */
  private static boolean returnsCoroutine(Element callee) {
    return callee instanceof ExecutableElement method
        && Library.isCoroutine(method.getReturnType());
  }

  private boolean dropsItsResult(TreePath function) {
    return FunctionalInterfaces.method(types, trees.getTypeMirror(function))
        .filter(method -> method.getReturnType().getKind() == TypeKind.VOID)
        .isPresent();
  }
}
