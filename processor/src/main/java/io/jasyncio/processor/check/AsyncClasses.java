package io.jasyncio.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.jasyncio.processor.declare.AsyncMirror;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/**
 * Finds the classes whose class files have to be woven: those with async methods, and those with
 * async lambdas. Local and anonymous classes are among them, which annotation-processing rounds do
 * not see.
 */
public final class AsyncClasses {

  private final Trees trees;
  private final Types types;

  /** Uses the compiler's attributed trees. */
  public AsyncClasses(Trees trees, Types types) {
    this.trees = trees;
    this.types = types;
  }

  /** The classes in a top-level class, itself included. */
  public List<AsyncClass> in(TreePath topLevelClass) {
    Scanner scanner = new Scanner();
    scanner.scan(topLevelClass, null);
    return scanner.found.stream().filter(each -> !each.code().isEmpty()).toList();
  }

  /** Carries the class around what it looks at. */
  private final class Scanner extends TreePathScanner<Void, AsyncClass> {

    private final List<AsyncClass> found = new ArrayList<>();

    @Override
    public Void visitClass(ClassTree tree, AsyncClass enclosing) {
      TreePath path = getCurrentPath();
      AsyncClass entered =
          new AsyncClass((TypeElement) trees.getElement(path), path, new ArrayList<>());
      found.add(entered);
      return super.visitClass(tree, entered);
    }

    @Override
    public Void visitMethod(MethodTree tree, AsyncClass enclosing) {
      Element method = trees.getElement(getCurrentPath());
      if (tree.getBody() != null && method != null && AsyncMirror.isOn(method)) {
        enclosing.code().add(tree);
      }
      return super.visitMethod(tree, enclosing);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, AsyncClass enclosing) {
      if (FunctionalInterfaces.isAsync(trees, types, getCurrentPath())) {
        enclosing.code().add(tree);
      }
      return super.visitLambdaExpression(tree, enclosing);
    }
  }
}
