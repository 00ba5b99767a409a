package io.jasyncio.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.jasyncio.processor.declare.AsyncMirror;
import java.util.LinkedHashSet;
import java.util.Set;
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
  public Set<TypeElement> in(TreePath topLevelClass) {
    Set<TypeElement> found = new LinkedHashSet<>();
    new Scanner(found).scan(topLevelClass, null);
    return found;
  }

  private final class Scanner extends TreePathScanner<Void, TypeElement> {

    private final Set<TypeElement> found;

    Scanner(Set<TypeElement> found) {
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree tree, TypeElement enclosing) {
      return super.visitClass(tree, (TypeElement) trees.getElement(getCurrentPath()));
    }

    @Override
    public Void visitMethod(MethodTree tree, TypeElement enclosing) {
      Element method = trees.getElement(getCurrentPath());
      if (tree.getBody() != null && method != null && AsyncMirror.isOn(method)) {
        found.add(enclosing);
      }
      return super.visitMethod(tree, enclosing);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, TypeElement enclosing) {
      if (FunctionalInterfaces.isAsync(trees, types, getCurrentPath())) {
        found.add(enclosing);
      }
      return super.visitLambdaExpression(tree, enclosing);
    }
  }
}
