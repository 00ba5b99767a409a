package io.jasyncio.processor.check;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.AsyncKind;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * {@code BlockingCall}: an async method or lambda calls what blocks its thread. Other lambdas are
 * not looked at, for they may well run on another thread: {@code toThread(() -> in.read())}.
 */
final class BlockingCallCheck {

  private final Trees trees;
  private final Types types;
  private final Surroundings.Finder surroundings;
  private final BlockingCalls table;
  private final Reporter reporter;

  BlockingCallCheck(
      Trees trees,
      Types types,
      Surroundings.Finder surroundings,
      BlockingCalls table,
      Reporter reporter) {
    this.trees = trees;
    this.types = types;
    this.surroundings = surroundings;
    this.table = table;
    this.reporter = reporter;
  }

  void call(TreePath path, MethodInvocationTree tree) {
    Element callee = trees.getElement(path);
    if (callee == null
        || callee.getKind() != ElementKind.METHOD
        || !table.mayContain(callee.getSimpleName().toString())
        || !runsOnLoop(surroundings.of(path))) {
      return;
    }
    table
        .adviceFor(Supertypes.of(types, receiver(path, tree, callee)), name(callee))
        .ifPresent(advice -> report(path, callee, advice));
  }

  /** A plain generator runs wherever it is iterated. */
  private static boolean runsOnLoop(Surroundings around) {
    return around.areAsync() && around.asyncKind() != AsyncKind.GENERATOR;
  }

  private void report(TreePath path, Element callee, String advice) {
    reporter.lint(
        path,
        Diagnostic.BLOCKING_CALL,
        callee.getEnclosingElement().getSimpleName()
            + "."
            + name(callee)
            + " blocks the loop's thread, and with it every task: "
            + advice);
  }

  /**
   * What the method is called on. It says more than the class that declares the method: {@code
   * read} of a {@code ByteArrayInputStream} is inherited in part, and never blocks.
   */
  private TypeMirror receiver(TreePath path, MethodInvocationTree tree, Element callee) {
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      TreePath method = new TreePath(path, select);
      TypeMirror type = trees.getTypeMirror(new TreePath(method, select.getExpression()));
      if (type != null && type.getKind() == TypeKind.TYPEVAR) {
        return types.erasure(type);
      }
      if (type != null && type.getKind() == TypeKind.DECLARED) {
        return type;
      }
    }
    return callee.getEnclosingElement().asType();
  }

  private static String name(Element callee) {
    return callee.getSimpleName().toString();
  }
}
