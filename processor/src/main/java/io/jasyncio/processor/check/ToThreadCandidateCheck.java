package io.jasyncio.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * {@code ToThreadCandidate}: the calls of one type go through {@code toThread} one by one, where
 * {@code @ToThread} would have a facade written. Counted in each top-level class.
 */
final class ToThreadCandidateCheck {

  /** Fewer are quickly written by hand. */
  private static final int MANY = 3;

  private final Trees trees;
  private final Reporter reporter;
  private final Map<TypeElement, List<TreePath>> calls = new LinkedHashMap<>();

  ToThreadCandidateCheck(Trees trees, Reporter reporter) {
    this.trees = trees;
    this.reporter = reporter;
  }

  void call(TreePath path, MethodInvocationTree tree) {
    if (!Library.isToThread(trees.getElement(path))) {
      return;
    }
    TypeElement receiver = receiver(new TreePath(path, tree.getArguments().get(0)));
    if (receiver != null) {
      calls.computeIfAbsent(receiver, type -> new ArrayList<>()).add(path);
    }
  }

  /** Reports what has come together, and starts anew. */
  void endOfClass() {
    calls.forEach(
        (type, paths) -> {
          if (paths.size() >= MANY) {
            report(type, paths);
          }
        });
    calls.clear();
  }

  private void report(TypeElement type, List<TreePath> paths) {
    String name = type.getSimpleName().toString();
    reporter.lint(
        paths.get(0),
        Diagnostic.TO_THREAD_CANDIDATE,
        paths.size()
            + " calls of "
            + name
            + " go through toThread one by one: @ToThread on the type, or @ToThread("
            + name
            + ".class) on one of yours, has "
            + name
            + "Async written, whose methods do that");
  }

  /** The type whose method is all that a piece of work calls; null for other work. */
  private TypeElement receiver(TreePath work) {
    if (work.getLeaf() instanceof MemberReferenceTree reference) {
      return instanceType(trees.getElement(work), work, reference.getQualifierExpression());
    }
    if (work.getLeaf() instanceof LambdaExpressionTree lambda
        && lambda.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION
        && lambda.getBody() instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      TreePath body = new TreePath(work, call);
      return instanceType(
          trees.getElement(body), new TreePath(body, select), select.getExpression());
    }
    return null;
  }

  private TypeElement instanceType(Element callee, TreePath around, ExpressionTree receiver) {
    TypeMirror type = trees.getTypeMirror(new TreePath(around, receiver));
    return callee != null
            && !callee.getModifiers().contains(Modifier.STATIC)
            && type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && !element.getModifiers().contains(Modifier.PRIVATE)
        ? element
        : null;
  }
}
