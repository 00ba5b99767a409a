package io.jasyncio.processor.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * {@code SharedStatic}: a static field is read before an await and written after it, from what was
 * read. Other tasks run in between.
 *
 * <pre>{@code
 * total += await(size(page));                   // the old total is read before the await
 * total = total + await(size(page));
 * if (cache == null) { cache = await(load()); } // two tasks may both find null
 * }</pre>
 */
final class SharedStaticCheck {

  private final Trees trees;
  private final Surroundings.Finder surroundings;
  private final Reporter reporter;

  SharedStaticCheck(Trees trees, Surroundings.Finder surroundings, Reporter reporter) {
    this.trees = trees;
    this.surroundings = surroundings;
    this.reporter = reporter;
  }

  void compoundAssignment(TreePath path, CompoundAssignmentTree tree) {
    if (awaits(path, tree.getExpression())) {
      sharedField(new TreePath(path, tree.getVariable()))
          .ifPresent(field -> report(path, field, "is read before the await and written after it"));
    }
  }

  void assignment(TreePath path, AssignmentTree tree) {
    if (!awaits(path, tree.getExpression())) {
      return;
    }
    sharedField(new TreePath(path, tree.getVariable()))
        .filter(field -> isReadBeforeAnAwait(field, new TreePath(path, tree.getExpression())))
        .ifPresent(field -> report(path, field, "is read before the await and written after it"));
  }

  void choice(TreePath path, IfTree tree) {
    TreePath body = new TreePath(path, tree.getThenStatement());
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitAssignment(AssignmentTree assignment, Void unused) {
        TreePath here = getCurrentPath();
        if (awaits(here, assignment.getExpression())) {
          sharedField(new TreePath(here, assignment.getVariable()))
              .filter(field -> isIn(field, new TreePath(path, tree.getCondition())))
              .ifPresent(
                  field -> report(here, field, "is tested before the await and written after it"));
        }
        return super.visitAssignment(assignment, null);
      }
    }.scan(body, null);
  }

  private void report(TreePath at, Element field, String what) {
    reporter.lint(
        at,
        Diagnostic.SHARED_STATIC,
        "the static field "
            + field.getSimpleName()
            + " "
            + what
            + ", and other tasks run in between: await into a local variable first, or hold an"
            + " AsyncLock");
  }

  private boolean awaits(TreePath path, ExpressionTree expression) {
    return surroundings.of(path).areAsync()
        && !Awaits.in(trees, new TreePath(path, expression)).isEmpty();
  }

  private Optional<Element> sharedField(TreePath variable) {
    return Optional.ofNullable(trees.getElement(variable))
        .filter(element -> element.getKind() == ElementKind.FIELD)
        .filter(element -> element.getModifiers().contains(Modifier.STATIC))
        .filter(element -> !element.getModifiers().contains(Modifier.FINAL));
  }

  /** A field that stands before an await in an expression is evaluated before it. */
  private boolean isReadBeforeAnAwait(Element field, TreePath expression) {
    List<TreePath> awaits = Awaits.in(trees, expression);
    Tree last = awaits.get(awaits.size() - 1).getLeaf();
    long lastAwait = position(expression, last);
    return Uses.of(trees, field, expression).stream()
        .anyMatch(use -> position(expression, use.getLeaf()) < lastAwait);
  }

  private boolean isIn(Element field, TreePath code) {
    return !Uses.of(trees, field, code).isEmpty();
  }

  private long position(TreePath path, Tree tree) {
    return trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), tree);
  }
}
