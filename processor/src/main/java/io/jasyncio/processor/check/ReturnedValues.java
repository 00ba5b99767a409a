package io.jasyncio.processor.check;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the expressions whose values a method may return where it returns an expression: of {@code
 * (c ? a : b)} those are {@code a} and {@code b}.
 */
final class ReturnedValues {

  private final List<TreePath> found = new ArrayList<>();

  /** Tells what is not to be looked into. */
  private final Predicate<TreePath> isWhole;

  private ReturnedValues(Predicate<TreePath> isWhole) {
    this.isWhole = isWhole;
  }

  /** In the order of the source; what is cast stands for the cast. */
  static List<TreePath> of(TreePath returnedExpression) {
    return find(returnedExpression, path -> false);
  }

  /**
   * In the order of the source; a cast is a value itself, and so is a choice between numbers, which
   * has a type of its own: {@code (c ? 1 : 2L)} is a long.
   */
  static List<TreePath> typed(Trees trees, TreePath expression) {
    return find(
        expression,
        path -> path.getLeaf() instanceof TypeCastTree || isPrimitive(trees.getTypeMirror(path)));
  }

  private static boolean isPrimitive(TypeMirror type) {
    return type != null && type.getKind().isPrimitive();
  }

  private static List<TreePath> find(TreePath expression, Predicate<TreePath> isWhole) {
    ReturnedValues values = new ReturnedValues(isWhole);
    values.add(expression);
    return values.found;
  }

  private void add(TreePath path) {
    Tree tree = path.getLeaf();
    if (isWhole.test(path)) {
      found.add(path);
    } else if (tree instanceof ParenthesizedTree parenthesized) {
      add(new TreePath(path, parenthesized.getExpression()));
    } else if (tree instanceof TypeCastTree cast) {
      add(new TreePath(path, cast.getExpression()));
    } else if (tree instanceof ConditionalExpressionTree conditional) {
      add(new TreePath(path, conditional.getTrueExpression()));
      add(new TreePath(path, conditional.getFalseExpression()));
    } else if (tree instanceof SwitchExpressionTree choice) {
      for (CaseTree arm : choice.getCases()) {
        addArm(new TreePath(path, arm));
      }
    } else {
      found.add(path);
    }
  }

  private void addArm(TreePath arm) {
    Tree body = ((CaseTree) arm.getLeaf()).getBody();
    if (body instanceof ExpressionTree) {
      add(new TreePath(arm, body));
    } else {
      new Yields().scan(arm, null);
    }
  }

  /** The yields of one switch expression, without those of switches and bodies inside it. */
  private final class Yields extends TreePathScanner<Void, Void> {

    @Override
    public Void visitYield(YieldTree tree, Void unused) {
      add(new TreePath(getCurrentPath(), tree.getValue()));
      return null;
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
      return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      return null;
    }
  }
}
