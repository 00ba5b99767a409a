package io.jasyncio.processor.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * {@code AwaitInLoop}: the rounds of a loop wait one after the other, and none needs another's
 * outcome. A suggestion, and off unless it is asked for: the order may be meant.
 *
 * <p>Found are loops over a collection with one await of a call that is given the element, where
 * nothing else than calls and local variables stand beside it.
 */
final class AwaitInLoopCheck {

  private final Trees trees;
  private final Surroundings.Finder surroundings;
  private final Reporter reporter;

  AwaitInLoopCheck(Trees trees, Surroundings.Finder surroundings, Reporter reporter) {
    this.trees = trees;
    this.surroundings = surroundings;
    this.reporter = reporter;
  }

  void loop(TreePath path, EnhancedForLoopTree tree) {
    TreePath body = new TreePath(path, tree.getStatement());
    List<TreePath> awaits = Awaits.in(trees, body);
    Element element = trees.getElement(new TreePath(path, tree.getVariable()));
    if (awaits.size() == 1
        && element != null
        && surroundings.of(path).areAsync()
        && isGivenTo(awaits.get(0), element)
        && !Boolean.TRUE.equals(new Dependence().scan(tree.getStatement(), null))) {
      reporter.lint(
          awaits.get(0),
          Diagnostic.AWAIT_IN_LOOP,
          "each round of this loop waits for the one before: gather(...) or a task group lets them"
              + " wait at the same time, if their order does not matter");
    }
  }

  private boolean isGivenTo(TreePath await, Element element) {
    List<? extends Tree> awaited = ((MethodInvocationTree) await.getLeaf()).getArguments();
    return awaited.size() == 1
        && awaited.get(0) instanceof MethodInvocationTree
        && !Uses.of(trees, element, new TreePath(await, awaited.get(0))).isEmpty();
  }

  /** Looks for what lets one round depend on another, or ends the loop early. */
  private static final class Dependence extends TreeScanner<Boolean, Void> {

    @Override
    public Boolean scan(Tree tree, Void unused) {
      boolean plain =
          !(tree instanceof StatementTree)
              || tree instanceof BlockTree
              || tree instanceof ExpressionStatementTree
              || tree instanceof VariableTree;
      return plain ? super.scan(tree, null) : Boolean.TRUE;
    }

    @Override
    public Boolean visitAssignment(AssignmentTree tree, Void unused) {
      return true;
    }

    @Override
    public Boolean visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
      return true;
    }

    @Override
    public Boolean visitUnary(UnaryTree tree, Void unused) {
      return switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
        default -> super.visitUnary(tree, null);
      };
    }

    @Override
    public Boolean visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      return false;
    }

    @Override
    public Boolean visitClass(ClassTree tree, Void unused) {
      return false;
    }

    @Override
    public Boolean reduce(Boolean one, Boolean other) {
      return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
  }
}
