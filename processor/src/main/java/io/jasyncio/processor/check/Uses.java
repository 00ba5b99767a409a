package io.jasyncio.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Finds where a piece of code uses a variable, without lambdas and classes inside it. */
final class Uses extends TreePathScanner<Void, Void> {

  private final Trees trees;
  private final Element variable;
  private final List<TreePath> found = new ArrayList<>();

  private Uses(Trees trees, Element variable) {
    this.trees = trees;
    this.variable = variable;
  }

  /** In the order of the source. */
  static List<TreePath> of(Trees trees, Element variable, TreePath code) {
    Uses uses = new Uses(trees, variable);
    uses.scan(code, null);
    return uses.found;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    addIfUse();
    return super.visitIdentifier(tree, null);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    addIfUse();
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }

  private void addIfUse() {
    if (variable.equals(trees.getElement(getCurrentPath()))) {
      found.add(getCurrentPath());
    }
  }
}
