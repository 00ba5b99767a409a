package io.jasyncio.processor.check;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.AsyncKind;

/** {@code ReturnNull}: an async method or lambda returns null in place of a coroutine. */
final class ReturnNullCheck {

  private final Surroundings.Finder surroundings;
  private final Reporter reporter;

  ReturnNullCheck(Surroundings.Finder surroundings, Reporter reporter) {
    this.surroundings = surroundings;
    this.reporter = reporter;
  }

  void returned(TreePath expression) {
    Surroundings around = surroundings.of(expression);
    if (!around.areAsync()) {
      return;
    }
    for (TreePath value : ReturnedValues.of(expression)) {
      if (value.getLeaf().getKind() == Tree.Kind.NULL_LITERAL) {
        reporter.error(
            value,
            Diagnostic.RETURN_NULL,
            around.asyncKind() == AsyncKind.COROUTINE
                ? "an @Async method that returns null returns no coroutine: write return"
                    + " result(null), or return result()"
                : "an @Async method that returns null returns nothing to wait for or to iterate:"
                    + " write "
                    + Library.endOf(around.asyncKind(), "null"));
      }
    }
  }
}
