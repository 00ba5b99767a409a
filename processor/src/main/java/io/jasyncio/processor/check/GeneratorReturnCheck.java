package io.jasyncio.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.AsyncKind;

/** {@code GeneratorReturn}: an async generator returns anything but {@code done()}. */
final class GeneratorReturnCheck {

  private final Trees trees;
  private final Surroundings.Finder surroundings;
  private final Reporter reporter;

  GeneratorReturnCheck(Trees trees, Surroundings.Finder surroundings, Reporter reporter) {
    this.trees = trees;
    this.surroundings = surroundings;
    this.reporter = reporter;
  }

  void returned(TreePath expression) {
    Surroundings around = surroundings.of(expression);
    if (!around.areAsync() || around.asyncKind() != AsyncKind.ASYNC_GENERATOR) {
      return;
    }
    for (TreePath value : ReturnedValues.of(expression)) {
      if (value.getLeaf().getKind() != Tree.Kind.NULL_LITERAL && !isDone(value)) {
        reporter.error(
            value,
            Diagnostic.GENERATOR_RETURN,
            "an AsyncGenerator has no result and hands on to no other generator: end it with return"
                + " done(), and emit the other's values in a loop");
      }
    }
  }

  private boolean isDone(TreePath value) {
    return Library.isDone(trees.getElement(value))
        && ((MethodInvocationTree) value.getLeaf()).getArguments().isEmpty();
  }
}
