package io.jasyncio.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import java.util.Arrays;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * Prints diagnostics at the exact token. A lint is as loud as the options say, and silent where
 * {@code @SuppressWarnings} names its id.
 */
final class Reporter {

  private final Trees trees;
  private final LintOptions options;

  Reporter(Trees trees, LintOptions options) {
    this.trees = trees;
    this.options = options;
  }

  void error(TreePath at, Diagnostic diagnostic, String text) {
    print(Kind.ERROR, at, diagnostic, text);
  }

  void lint(TreePath at, Diagnostic diagnostic, String text) {
    Severity severity = options.of(diagnostic);
    if (severity == Severity.OFF || isSuppressed(at, diagnostic)) {
      return;
    }
    print(severity == Severity.ERROR ? Kind.ERROR : Kind.WARNING, at, diagnostic, text);
  }

  private void print(Kind kind, TreePath at, Diagnostic diagnostic, String text) {
    trees.printMessage(kind, diagnostic.message(text), at.getLeaf(), at.getCompilationUnit());
  }

  private boolean isSuppressed(TreePath at, Diagnostic diagnostic) {
    for (TreePath path = at; path != null; path = path.getParentPath()) {
      if (isDeclaration(path.getLeaf()) && isSuppressedOn(trees.getElement(path), diagnostic)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeclaration(Tree tree) {
    return tree instanceof ClassTree || tree instanceof MethodTree || tree instanceof VariableTree;
  }

  private static boolean isSuppressedOn(Element element, Diagnostic diagnostic) {
    SuppressWarnings suppressed =
        element == null ? null : element.getAnnotation(SuppressWarnings.class);
    return suppressed != null && Arrays.asList(suppressed.value()).contains(diagnostic.id());
  }
}
