package io.jasyncio.processor.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import javax.lang.model.element.Name;

/**
 * Finds out whether a local variable is read.
 *
 * <p>Every use of its name in the method or lambda around it counts, were it another variable of
 * that name: a lint had rather miss something than be wrong.
 */
final class Reads extends TreeScanner<Boolean, Void> {

  private final Name variable;

  private Reads(Name variable) {
    this.variable = variable;
  }

  static boolean exist(TreePath declaration, Name variable) {
    TreePath scope = declaration.getParentPath();
    while (!isBody(scope.getLeaf())) {
      scope = scope.getParentPath();
    }
    return Boolean.TRUE.equals(new Reads(variable).scan(scope.getLeaf(), null));
  }

  private static boolean isBody(Tree tree) {
    return tree instanceof MethodTree
        || tree instanceof LambdaExpressionTree
        || tree instanceof ClassTree;
  }

  @Override
  public Boolean visitIdentifier(IdentifierTree tree, Void unused) {
    return tree.getName().equals(variable);
  }

  /** {@code c = other()} does not read {@code c}. */
  @Override
  public Boolean visitAssignment(AssignmentTree tree, Void unused) {
    return tree.getVariable() instanceof IdentifierTree
        ? scan(tree.getExpression(), null)
        : super.visitAssignment(tree, null);
  }

  @Override
  public Boolean reduce(Boolean one, Boolean other) {
    return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
  }
}
