package io.jasyncio.processor.check;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.Names;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * {@code TaskIgnored}: a task is started and nobody keeps it, so nobody waits for it, cancels it or
 * learns of its failure but the log.
 */
final class TaskIgnoredCheck {

  private static final Set<String> STARTING = Set.of("createTask", "ensureFuture", "gather");

  private final Trees trees;
  private final Reporter reporter;

  TaskIgnoredCheck(Trees trees, Reporter reporter) {
    this.trees = trees;
    this.reporter = reporter;
  }

  void statement(TreePath path, ExpressionStatementTree tree) {
    TreePath expression = new TreePath(path, tree.getExpression());
    Element callee = trees.getElement(expression);
    if (tree.getExpression() instanceof MethodInvocationTree
        && callee != null
        && callee.getKind() == ElementKind.METHOD
        && STARTING.contains(callee.getSimpleName().toString())
        && callee.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals(Names.ASYNCIO)) {
      reporter.lint(
          expression,
          Diagnostic.TASK_IGNORED,
          "nobody waits for what "
              + callee.getSimpleName()
              + " starts, and its failure is only logged: keep it and await it, or start it in a"
              + " task group");
    }
  }
}
