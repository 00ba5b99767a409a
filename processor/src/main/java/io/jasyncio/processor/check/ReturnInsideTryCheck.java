package io.jasyncio.processor.check;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;

/**
 * {@code ReturnInsideTry}: a coroutine is returned out of a block with something to do at its end.
 * Being in tail position it would be awaited after that was done.
 */
final class ReturnInsideTryCheck {

  private final Trees trees;
  private final Surroundings.Finder surroundings;
  private final ImpliedAwaitCheck impliedAwait;
  private final Reporter reporter;

  ReturnInsideTryCheck(
      Trees trees,
      Surroundings.Finder surroundings,
      ImpliedAwaitCheck impliedAwait,
      Reporter reporter) {
    this.trees = trees;
    this.surroundings = surroundings;
    this.impliedAwait = impliedAwait;
    this.reporter = reporter;
  }

  void returned(TreePath expression) {
    Surroundings around = surroundings.of(expression);
    if (!around.areAsync() || !runsCleanupAfter(expression, around)) {
      return;
    }
    for (TreePath value : ReturnedValues.of(expression)) {
      if (!isHarmless(value)) {
        reporter.error(
            value,
            Diagnostic.RETURN_INSIDE_TRY,
            around.areGenerator()
                ? "this generator would be iterated after the finally block, the resources' close"
                    + " or the monitor's release, and outside their try: write return"
                    + " done(emitAll(...))"
                : "this would be awaited after the finally block, the resources' close, the"
                    + " monitor's release or the end of the loop, and outside their try: write "
                    + Library.endOf(around.asyncKind(), "await(...)"));
      }
    }
  }

  private boolean runsCleanupAfter(TreePath expression, Surroundings around) {
    return around.runCleanupAfter(expression) || impliedAwait.loopEncloses(expression, around);
  }

  /** There is nothing to await in a result; null is a mistake of another kind. */
  private boolean isHarmless(TreePath value) {
    return value.getLeaf().getKind() == Tree.Kind.NULL_LITERAL
        || Library.isEnd(trees.getElement(value));
  }
}
