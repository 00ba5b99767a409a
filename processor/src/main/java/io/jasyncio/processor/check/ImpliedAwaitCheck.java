package io.jasyncio.processor.check;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.Names;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * {@code AwaitOutsideAsync} and its kin for awaits that a statement implies: the enhanced {@code
 * for} over an {@code AsyncIterable} awaits each step, and leaving try-with-resources over an
 * {@code AsyncCloseable} awaits the closing.
 */
final class ImpliedAwaitCheck {

  private static final Map<Diagnostic, String> ADVICE =
      Map.of(
          Diagnostic.AWAIT_IN_GENERATOR,
          "and a Generator cannot, for it runs in plain Java code: declare the method as"
              + " AsyncGenerator<T>",
          Diagnostic.AWAIT_IN_MONITOR,
          "while a monitor is held, which belongs to the thread and not to the coroutine: use an"
              + " AsyncLock, or leave the synchronized block before",
          Diagnostic.AWAIT_OUTSIDE_ASYNC,
          "and this method cannot: annotate it with @Async and let it return Coroutine<T>",
          Diagnostic.AWAIT_IN_LAMBDA,
          "and this lambda cannot, since its interface method is not @Async: move the lambda's body"
              + " into an @Async method and call that",
          Diagnostic.AWAIT_IN_INITIALIZER,
          "and a constructor or initialiser cannot: write this in an @Async factory method");

  private final Trees trees;
  private final Types types;
  private final Surroundings.Finder surroundings;
  private final Reporter reporter;

  ImpliedAwaitCheck(Trees trees, Types types, Surroundings.Finder surroundings, Reporter reporter) {
    this.trees = trees;
    this.types = types;
    this.surroundings = surroundings;
    this.reporter = reporter;
  }

  void loop(TreePath path, EnhancedForLoopTree tree) {
    if (isAsyncFor(path)) {
      check(path, new TreePath(path, tree.getExpression()), "this loop awaits each value, ");
    }
  }

  void block(TreePath path, TryTree tree) {
    for (Tree resource : tree.getResources()) {
      TreePath resourcePath = new TreePath(path, resource);
      if (isAsyncCloseable(resourcePath)) {
        check(resourcePath, resourcePath, "closing this resource awaits, ");
      }
    }
  }

  /** True if a loop in the code around a place is left, and with it its source closed. */
  boolean loopEncloses(TreePath place, Surroundings around) {
    TreePath part = place;
    for (TreePath at = place.getParentPath();
        at.getLeaf() != around.path().getLeaf();
        at = at.getParentPath()) {
      if (at.getLeaf() instanceof EnhancedForLoopTree loop
          && part.getLeaf() == loop.getStatement()
          && isAsyncFor(at)) {
        return true;
      }
      part = at;
    }
    return false;
  }

  private void check(TreePath statement, TreePath token, String what) {
    surroundings
        .of(statement)
        .refusalOfAwait(statement)
        .ifPresent(diagnostic -> reporter.error(token, diagnostic, what + ADVICE.get(diagnostic)));
  }

  private boolean isAsyncFor(TreePath loop) {
    EnhancedForLoopTree tree = (EnhancedForLoopTree) loop.getLeaf();
    TypeMirror type = trees.getTypeMirror(new TreePath(loop, tree.getExpression()));
    return Supertypes.contain(types, type, Names.ASYNC_ITERABLE);
  }

  private boolean isAsyncCloseable(TreePath resource) {
    Element variable = trees.getElement(resource);
    TypeMirror type = variable == null ? trees.getTypeMirror(resource) : variable.asType();
    return Supertypes.contain(types, type, Names.ASYNC_CLOSEABLE);
  }
}
