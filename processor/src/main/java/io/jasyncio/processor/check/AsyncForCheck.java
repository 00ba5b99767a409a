package io.jasyncio.processor.check;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.names.Names;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * {@code AwaitOutsideAsync} and its kin for the enhanced {@code for} over an {@code AsyncIterable}:
 * each step awaits.
 */
final class AsyncForCheck {

  private final Trees trees;
  private final Types types;
  private final Surroundings.Finder surroundings;
  private final Reporter reporter;

  AsyncForCheck(Trees trees, Types types, Surroundings.Finder surroundings, Reporter reporter) {
    this.trees = trees;
    this.types = types;
    this.surroundings = surroundings;
    this.reporter = reporter;
  }

  void loop(TreePath path, EnhancedForLoopTree tree) {
    if (isAsyncFor(path)) {
      checkPlace(path, new TreePath(path, tree.getExpression()));
    }
  }

  /** True if a loop in the code around a place is left, and with it its source closed. */
  boolean enclosesInside(TreePath place, Surroundings around) {
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

  private boolean isAsyncFor(TreePath loop) {
    EnhancedForLoopTree tree = (EnhancedForLoopTree) loop.getLeaf();
    TypeMirror type = trees.getTypeMirror(new TreePath(loop, tree.getExpression()));
    return Supertypes.contain(types, type, Names.ASYNC_ITERABLE);
  }

  private void checkPlace(TreePath loop, TreePath source) {
    Surroundings around = surroundings.of(loop);
    switch (around.kind()) {
      case ASYNC_METHOD, ASYNC_LAMBDA -> {
        if (around.asyncKind() == AsyncKind.GENERATOR) {
          report(
              source,
              Diagnostic.AWAIT_IN_GENERATOR,
              "and a Generator cannot, for it runs in plain Java code: declare the method as"
                  + " AsyncGenerator<T>");
        } else if (around.holdMonitorAt(loop)) {
          report(
              source,
              Diagnostic.AWAIT_IN_MONITOR,
              "while a monitor is held, which belongs to the thread and not to the coroutine: use an"
                  + " AsyncLock, or leave the synchronized block before");
        }
      }
      case PLAIN_METHOD ->
          report(
              source,
              Diagnostic.AWAIT_OUTSIDE_ASYNC,
              "and this method cannot: annotate it with @Async and let it return Coroutine<T>");
      case LAMBDA ->
          report(
              source,
              Diagnostic.AWAIT_IN_LAMBDA,
              "and this lambda cannot, since its interface method is not @Async: move the lambda's"
                  + " body into an @Async method and call that");
      case INITIALIZER ->
          report(
              source,
              Diagnostic.AWAIT_IN_INITIALIZER,
              "and a constructor or initialiser cannot: loop in an @Async factory method");
      case UNKNOWN -> {}
    }
  }

  private void report(TreePath source, Diagnostic diagnostic, String text) {
    reporter.error(source, diagnostic, "this loop awaits each value, " + text);
  }
}
