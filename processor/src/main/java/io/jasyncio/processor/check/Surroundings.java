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
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.AsyncKind;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * The code that directly encloses a place: what would suspend if the place did.
 *
 * @param kind what it is
 * @param asyncKind of an async method or lambda; null for others, and where the signature is wrong
 * @param path its declaration
 */
record Surroundings(Kind kind, AsyncKind asyncKind, TreePath path) {

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
          return ofLambda(path);
        }
        if (tree instanceof MethodTree) {
          return ofMethod(path, trees.getElement(path));
        }
        if (tree instanceof ClassTree || isInitializerBlock(path)) {
          return new Surroundings(Kind.INITIALIZER, null, path);
        }
      }
      return new Surroundings(Kind.UNKNOWN, null, place);
    }

    private static boolean isInitializerBlock(TreePath path) {
      return path.getLeaf() instanceof BlockTree
          && path.getParentPath().getLeaf() instanceof ClassTree;
    }

    private Surroundings ofLambda(TreePath path) {
      return FunctionalInterfaces.method(types, trees.getTypeMirror(path))
          .filter(AsyncMirror::isOn)
          .map(method -> async(Kind.ASYNC_LAMBDA, path, method))
          .orElse(new Surroundings(Kind.LAMBDA, null, path));
    }

    private static Surroundings ofMethod(TreePath path, Element method) {
      if (method == null) {
        return new Surroundings(Kind.UNKNOWN, null, path);
      }
      if (method.getKind() == ElementKind.CONSTRUCTOR) {
        return new Surroundings(Kind.INITIALIZER, null, path);
      }
      return AsyncMirror.isOn(method)
          ? async(Kind.ASYNC_METHOD, path, (ExecutableElement) method)
          : new Surroundings(Kind.PLAIN_METHOD, null, path);
    }

    private static Surroundings async(Kind kind, TreePath path, ExecutableElement method) {
      return new Surroundings(kind, Library.kindOf(method.getReturnType()), path);
    }
  }

  /** True if what stands here is async: it may await, unless it is a plain generator. */
  boolean areAsync() {
    return kind == Kind.ASYNC_METHOD || kind == Kind.ASYNC_LAMBDA;
  }

  /** True if what stands here may emit. */
  boolean areGenerator() {
    return asyncKind != null && asyncKind.isGenerator();
  }

  /** What is wrong with an await at a place inside these surroundings, if anything is. */
  Optional<Diagnostic> refusalOfAwait(TreePath place) {
    return switch (kind) {
      case ASYNC_METHOD, ASYNC_LAMBDA -> {
        if (asyncKind == AsyncKind.GENERATOR) {
          yield Optional.of(Diagnostic.AWAIT_IN_GENERATOR);
        }
        yield holdMonitorAt(place) ? Optional.of(Diagnostic.AWAIT_IN_MONITOR) : Optional.empty();
      }
      case PLAIN_METHOD -> Optional.of(Diagnostic.AWAIT_OUTSIDE_ASYNC);
      case LAMBDA -> Optional.of(Diagnostic.AWAIT_IN_LAMBDA);
      case INITIALIZER -> Optional.of(Diagnostic.AWAIT_IN_INITIALIZER);
      case UNKNOWN -> Optional.empty();
    };
  }

  /** The type of a generator's values; a wildcard's bound; null where it is not known. */
  TypeMirror typeArgument(Trees trees, Types types) {
    TypeMirror returned =
        kind == Kind.ASYNC_METHOD
            ? ((ExecutableElement) trees.getElement(path)).getReturnType()
            : FunctionalInterfaces.returned(types, trees.getTypeMirror(path));
    return returned instanceof DeclaredType type && !type.getTypeArguments().isEmpty()
        ? boundOf(type.getTypeArguments().get(0))
        : null;
  }

  /**
   * What is sure to fit {@code ? extends T} or {@code ? super T} is a T; anything fits the rest.
   */
  private static TypeMirror boundOf(TypeMirror argument) {
    if (!(argument instanceof WildcardType wildcard)) {
      return argument;
    }
    return wildcard.getExtendsBound() != null
        ? wildcard.getExtendsBound()
        : wildcard.getSuperBound();
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
