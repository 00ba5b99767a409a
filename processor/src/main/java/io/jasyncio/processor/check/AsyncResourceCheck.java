package io.jasyncio.processor.check;

import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.names.Names;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * {@code AwaitOutsideAsync} and its kin for try-with-resources over an {@code AsyncCloseable}:
 * leaving the block awaits the closing.
 */
final class AsyncResourceCheck {

  private final Trees trees;
  private final Types types;
  private final Surroundings.Finder surroundings;
  private final Reporter reporter;

  AsyncResourceCheck(
      Trees trees, Types types, Surroundings.Finder surroundings, Reporter reporter) {
    this.trees = trees;
    this.types = types;
    this.surroundings = surroundings;
    this.reporter = reporter;
  }

  void block(TreePath path, TryTree tree) {
    for (Tree resource : tree.getResources()) {
      TreePath resourcePath = new TreePath(path, resource);
      if (isAsyncCloseable(resourcePath)) {
        checkPlace(resourcePath);
      }
    }
  }

  private void checkPlace(TreePath resource) {
    Surroundings around = surroundings.of(resource);
    switch (around.kind()) {
      case ASYNC_METHOD, ASYNC_LAMBDA -> {
        if (around.asyncKind() == AsyncKind.GENERATOR) {
          report(
              resource,
              Diagnostic.AWAIT_IN_GENERATOR,
              "and a Generator cannot, for it runs in plain Java code: declare the method as"
                  + " AsyncGenerator<T>");
        } else if (around.holdMonitorAt(resource)) {
          report(
              resource,
              Diagnostic.AWAIT_IN_MONITOR,
              "while a monitor is held, which belongs to the thread and not to the coroutine: use an"
                  + " AsyncLock, or leave the synchronized block before");
        }
      }
      case PLAIN_METHOD ->
          report(
              resource,
              Diagnostic.AWAIT_OUTSIDE_ASYNC,
              "and this method cannot: annotate it with @Async and let it return Coroutine<T>");
      case LAMBDA ->
          report(
              resource,
              Diagnostic.AWAIT_IN_LAMBDA,
              "and this lambda cannot, since its interface method is not @Async: move the lambda's body into an @Async method and call that");
      case INITIALIZER ->
          report(
              resource,
              Diagnostic.AWAIT_IN_INITIALIZER,
              "and a constructor or initialiser cannot: use the resource in an @Async factory"
                  + " method");
      case UNKNOWN -> {}
    }
  }

  private void report(TreePath resource, Diagnostic diagnostic, String text) {
    reporter.error(resource, diagnostic, "closing this resource awaits, " + text);
  }

  private boolean isAsyncCloseable(TreePath resource) {
    Element variable = trees.getElement(resource);
    TypeMirror type = variable == null ? trees.getTypeMirror(resource) : variable.asType();
    return Supertypes.contain(types, type, Names.ASYNC_CLOSEABLE);
  }
}
