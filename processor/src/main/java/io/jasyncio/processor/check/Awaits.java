package io.jasyncio.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;

/** Finds the awaits in a piece of code, without those of lambdas and classes inside it. */
final class Awaits extends TreePathScanner<Void, Void> {

  private final Trees trees;
  private final List<TreePath> found = new ArrayList<>();

  private Awaits(Trees trees) {
    this.trees = trees;
  }

  /** In the order of the source. */
  static List<TreePath> in(Trees trees, TreePath code) {
    Awaits awaits = new Awaits(trees);
    awaits.scan(code, null);
    return awaits.found;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    if (Library.isAwait(trees.getElement(getCurrentPath()))) {
      found.add(getCurrentPath());
    }
    return super.visitMethodInvocation(tree, null);
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
