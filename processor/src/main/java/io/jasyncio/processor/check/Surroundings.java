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
import java.util.function.BiPredicate;
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
    /** A lambda for an interface whose method carries {@code @Async}. */
    ASYNC_LAMBDA,
    PLAIN_METHOD,
    LAMBDA,
    /** A constructor, an initialiser block, or the initialiser of a field or enum constant. */
    INITIALIZER,
    /** Code that javac could not attribute. */
    UNKNOWN
  }

  /** Finds the surroundings of places. */
  static final class Finder {

    private final Trees trees;
    private final Types types;

    Finder(Trees trees, Types types) {
      this.trees = trees;
      this.types = types;
    }

    Surroundings of(TreePath place) {
      for (TreePath path = place.getParentPath(); path != null; path = path.getParentPath()) {
        Tree tree = path.getLeaf();
        if (tree instanceof LambdaExpressionTree) {
          boolean async = FunctionalInterfaces.isAsync(trees, types, path);
          return new Surroundings(async ? Kind.ASYNC_LAMBDA : Kind.LAMBDA, path);
        }
        if (tree instanceof MethodTree) {
          return new Surroundings(kindOf(trees.getElement(path)), path);
        }
        if (tree instanceof ClassTree || isInitializerBlock(path)) {
          return new Surroundings(Kind.INITIALIZER, path);
        }
      }
      return new Surroundings(Kind.UNKNOWN, place);
    }

    private static boolean isInitializerBlock(TreePath path) {
      return path.getLeaf() instanceof BlockTree
          && path.getParentPath().getLeaf() instanceof ClassTree;
    }

    private static Kind kindOf(Element method) {
      if (method == null) {
        return Kind.UNKNOWN;
      }
      if (method.getKind() == ElementKind.CONSTRUCTOR) {
        return Kind.INITIALIZER;
      }
      return AsyncMirror.isOn(method) ? Kind.ASYNC_METHOD : Kind.PLAIN_METHOD;
    }
  }

  /** True if what stands here may await. */
  boolean areAsync() {
    return kind == Kind.ASYNC_METHOD || kind == Kind.ASYNC_LAMBDA;
  }

  /** True if a monitor is held at a place inside these surroundings. */
  boolean holdMonitorAt(TreePath place) {
    return isInside(place, Surroundings::isGuarded);
  }

  /**
   * True if leaving the method from a place runs a {@code finally} block, closes resources or
   * releases a monitor.
   */
  boolean runCleanupAfter(TreePath place) {
    return isInside(place, (block, part) -> isGuarded(block, part) || hasCleanupFor(block, part));
  }

  /** Asks every tree from the place outwards, together with its part in which the place is. */
  private boolean isInside(TreePath place, BiPredicate<Tree, Tree> test) {
    Tree part = place.getLeaf();
    for (TreePath at = place.getParentPath();
        at.getLeaf() != path.getLeaf();
        at = at.getParentPath()) {
      if (test.test(at.getLeaf(), part)) {
        return true;
      }
      part = at.getLeaf();
    }
    return false;
  }

  /** The expression that names the monitor is evaluated before it is entered. */
  private static boolean isGuarded(Tree tree, Tree part) {
    return tree instanceof SynchronizedTree block && part == block.getBlock();
  }

  private static boolean hasCleanupFor(Tree tree, Tree part) {
    if (!(tree instanceof TryTree block)) {
      return false;
    }
    boolean closes = !block.getResources().isEmpty() && part == block.getBlock();
    boolean finishes = block.getFinallyBlock() != null && part != block.getFinallyBlock();
    return closes || finishes;
  }
}
