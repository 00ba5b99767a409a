package io.jasyncio.processor.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.declare.AsyncMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.util.Types;

/**
 * The code that directly encloses a place: what would suspend if the place did.
 *
 * @param kind what it is
 * @param path its declaration
 */
record Surroundings(Kind kind, TreePath path) {

  enum Kind {
    ASYNC_METHOD,
    ASYNC_LAMBDA,
    PLAIN_METHOD,
    LAMBDA,
    INITIALIZER
  }

  static Surroundings of(TreePath place, Trees trees, Types types) {
    TreePath path = place.getParentPath();
    for (; path != null; path = path.getParentPath()) {
      Tree tree = path.getLeaf();
      if (tree instanceof LambdaExpressionTree) {
        boolean async = FunctionalInterfaces.isAsync(trees, types, path);
        return new Surroundings(async ? Kind.ASYNC_LAMBDA : Kind.LAMBDA, path);
      }
      if (tree instanceof MethodTree) {
        return new Surroundings(kindOf(trees.getElement(path)), path);
      }
      if (tree instanceof ClassTree) {
        return new Surroundings(Kind.INITIALIZER, path);
      }
      if (tree instanceof BlockTree && path.getParentPath().getLeaf() instanceof ClassTree) {
        return new Surroundings(Kind.INITIALIZER, path);
      }
    }
    throw new IllegalStateException("code outside a class");
  }

  private static Kind kindOf(Element method) {
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return Kind.INITIALIZER;
    }
    return AsyncMirror.isOn(method) ? Kind.ASYNC_METHOD : Kind.PLAIN_METHOD;
  }

  /** True if what stands here may await. */
  boolean areAsync() {
    return kind == Kind.ASYNC_METHOD || kind == Kind.ASYNC_LAMBDA;
  }

  /** True if a monitor is held at a place inside these surroundings. */
  boolean holdMonitorAt(TreePath place) {
    TreePath inner = place;
    for (TreePath at = place.getParentPath();
        at.getLeaf() != path.getLeaf();
        inner = at, at = at.getParentPath()) {
      if (at.getLeaf() instanceof SynchronizedTree block && block.getBlock() == inner.getLeaf()) {
        return true;
      }
    }
    return false;
  }

  /** True if leaving the method from a place runs a {@code finally} block or closes resources. */
  boolean runCleanupAfter(TreePath place) {
    TreePath inner = place;
    for (TreePath at = place.getParentPath();
        at.getLeaf() != path.getLeaf();
        inner = at, at = at.getParentPath()) {
      if (at.getLeaf() instanceof TryTree block && hasCleanupFor(inner.getLeaf(), block)) {
        return true;
      }
      if (at.getLeaf() instanceof SynchronizedTree) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasCleanupFor(Tree part, TryTree block) {
    boolean closes = !block.getResources().isEmpty() && part == block.getBlock();
    boolean finishes = block.getFinallyBlock() != null && part != block.getFinallyBlock();
    return closes || finishes;
  }
}
