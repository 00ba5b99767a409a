package io.jasyncio.processor.check;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.jasyncio.processor.declare.AsyncMirror;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.Names;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The second step: walks an attributed class for mistakes that its signatures do not show. Reports
 * each at its token and goes on.
 */
public final class BodyCheck {

  private final Trees trees;
  private final Types types;
  private final Reporter reporter;

  /** Uses the compiler's trees and types. */
  public BodyCheck(Trees trees, Types types) {
    this.trees = trees;
    this.types = types;
    this.reporter = new Reporter(trees);
  }

  /** Checks a top-level class and everything in it. */
  public void check(TreePath topLevelClass) {
    new Scanner().scan(topLevelClass, null);
  }

  private final class Scanner extends TreePathScanner<Void, Void> {

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      Element method = trees.getElement(getCurrentPath());
      if (false && method != null && AsyncMirror.isOn(method) && isInLocalClass(method)) {
        reporter.error(
            getCurrentPath(),
            Diagnostic.ASYNC_IN_LOCAL_CLASS,
            "a method of a local or anonymous class cannot be @Async: make the class a member of"
                + " a class, or the method a private one beside it");
      }
      return super.visitMethod(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      Element callee = trees.getElement(getCurrentPath());
      if (isAsyncio(callee, Names.AWAIT) || isAsyncio(callee, Names.RESULT)) {
        checkPlace(callee.getSimpleName().toString());
      } else if (callee != null && callee.getKind() == ElementKind.METHOD) {
        checkBlocking(callee);
      }
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      Element callee = trees.getElement(getCurrentPath());
      if (isAsyncio(callee, Names.AWAIT) || isAsyncio(callee, Names.RESULT)) {
        reporter.error(
            getCurrentPath(),
            Diagnostic.AWAIT_OUTSIDE_ASYNC,
            tree.getName()
                + " cannot be a method reference, for there is no method around it to suspend:"
                + " write an @Async method and refer to that");
      }
      return super.visitMemberReference(tree, null);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      Surroundings around = Surroundings.of(getCurrentPath(), trees, types);
      if (around.areAsync() && tree.getExpression() != null) {
        checkReturn(tree.getExpression(), around);
      }
      return super.visitReturn(tree, null);
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
      TreePath expression = new TreePath(getCurrentPath(), tree.getExpression());
      checkAwaited(expression, tree.getExpression());
      return super.visitExpressionStatement(tree, null);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      TypeMirror result = resultOfLambda();
      if (result != null
          && result.getKind() == TypeKind.VOID
          && tree.getBody() instanceof ExpressionTree body) {
        checkAwaited(new TreePath(getCurrentPath(), tree.getBody()), body);
      }
      return super.visitLambdaExpression(tree, null);
    }

    /** What the lambda's interface method returns. */
    private TypeMirror resultOfLambda() {
      TypeMirror type = trees.getTypeMirror(getCurrentPath());
      if (type == null || type.getKind() != TypeKind.DECLARED) {
        return null;
      }
      return FunctionalInterfaces.method(types, (DeclaredType) type)
          .map(method -> method.getReturnType())
          .orElse(null);
    }

    private void checkPlace(String function) {
      Surroundings around = Surroundings.of(getCurrentPath(), trees, types);
      switch (around.kind()) {
        case ASYNC_METHOD, ASYNC_LAMBDA -> {
          if (function.equals(Names.AWAIT) && around.holdMonitorAt(getCurrentPath())) {
            reporter.error(
                getCurrentPath(),
                Diagnostic.AWAIT_IN_MONITOR,
                "await while a monitor is held: the thread would keep it, or another one would"
                    + " release it. Use an AsyncLock, or leave the synchronized block before");
          }
        }
        case PLAIN_METHOD ->
            reporter.error(
                getCurrentPath(),
                Diagnostic.AWAIT_OUTSIDE_ASYNC,
                function.equals(Names.AWAIT)
                    ? "await outside an @Async method: annotate the method with @Async and let it"
                        + " return Coroutine<T>, or start the coroutine with run(...)"
                    : "result(...) outside an @Async method: annotate the method with @Async, or"
                        + " return Coroutine.completed(...)");
        case LAMBDA ->
            reporter.error(
                getCurrentPath(),
                Diagnostic.AWAIT_IN_LAMBDA,
                function
                    + " in a lambda, which is not the method around it: move the lambda's body"
                    + " into an @Async method and call that");
        case INITIALIZER ->
            reporter.error(
                getCurrentPath(),
                Diagnostic.AWAIT_IN_INITIALIZER,
                function
                    + " in a constructor or initialiser, which cannot be suspended: make the"
                    + " object in an @Async factory method");
      }
    }

    private void checkReturn(ExpressionTree expression, Surroundings around) {
      if (isNull(expression)) {
        reporter.error(
            getCurrentPath(),
            Diagnostic.RETURN_NULL,
            "an @Async method that returns null returns no coroutine: write return result(null),"
                + " or return result()");
      } else if (around.runCleanupAfter(getCurrentPath()) && !isResult(expression)) {
        reporter.error(
            getCurrentPath(),
            Diagnostic.RETURN_INSIDE_TRY,
            "the coroutine would be awaited after the finally block, the resources' close or the"
                + " monitor's release, and outside their try: write return result(await(...))");
      }
    }

    private boolean isNull(ExpressionTree expression) {
      return expression instanceof LiteralTree literal
          && literal.getKind() == Tree.Kind.NULL_LITERAL;
    }

    /** True for {@code result(..)}, also in parentheses and in both arms of a conditional. */
    private boolean isResult(ExpressionTree expression) {
      if (expression instanceof ParenthesizedTree parenthesized) {
        return isResult(parenthesized.getExpression());
      }
      if (expression instanceof ConditionalExpressionTree conditional) {
        return isResult(conditional.getTrueExpression())
            && isResult(conditional.getFalseExpression());
      }
      return isAsyncio(trees.getElement(new TreePath(getCurrentPath(), expression)), Names.RESULT);
    }

    private void checkAwaited(TreePath path, ExpressionTree expression) {
      // Declared to return one: requireNonNull(coroutine) only hands through what it was given.
      if (expression instanceof MethodInvocationTree
          && trees.getElement(path) instanceof ExecutableElement callee
          && isCoroutine(callee.getReturnType())) {
        reporter.warning(
            path,
            Diagnostic.NEVER_AWAITED,
            "this coroutine is never awaited, so its body does not run: await it, or start it"
                + " with createTask(...)");
      }
    }

    private boolean isCoroutine(TypeMirror type) {
      return type.getKind() == TypeKind.DECLARED
          && ((TypeElement) ((DeclaredType) type).asElement())
              .getQualifiedName()
              .contentEquals(Names.COROUTINE);
    }

    private void checkBlocking(Element callee) {
      Optional<String> advice = blockingAdvice(callee);
      if (advice.isPresent()
          && Surroundings.of(getCurrentPath(), trees, types).areAsync()) {
        reporter.warning(
            getCurrentPath(),
            Diagnostic.BLOCKING_CALL,
            callee.getEnclosingElement().getSimpleName()
                + "."
                + callee.getSimpleName()
                + " blocks the loop's thread, and with it every task: "
                + advice.get());
      }
    }

    private Optional<String> blockingAdvice(Element callee) {
      return Supertypes.of(types, callee.getEnclosingElement().asType())
          .map(type -> BlockingCalls.adviceFor(type, callee.getSimpleName().toString()))
          .flatMap(Optional::stream)
          .findFirst();
    }

    private boolean isAsyncio(Element callee, String name) {
      return callee != null
          && callee.getKind() == ElementKind.METHOD
          && callee.getSimpleName().contentEquals(name)
          && callee.getEnclosingElement() instanceof TypeElement type
          && type.getQualifiedName().contentEquals(Names.ASYNCIO);
    }
  }

  private static boolean isInLocalClass(Element method) {
    for (Element at = method.getEnclosingElement();
        at instanceof TypeElement type;
        at = at.getEnclosingElement()) {
      if (type.getNestingKind() == NestingKind.LOCAL
          || type.getNestingKind() == NestingKind.ANONYMOUS) {
        return true;
      }
    }
    return false;
  }
}
