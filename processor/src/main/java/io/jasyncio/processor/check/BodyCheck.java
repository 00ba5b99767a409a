package io.jasyncio.processor.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The second step: walks an attributed class for mistakes that its signatures do not show. Reports
 * each at its token and goes on.
 *
 * <p>The source may be wrong in ways that are javac's to report. Elements and types of such code
 * are missing, and the checks pass it over.
 */
public final class BodyCheck {

  private final AwaitPlaceCheck awaitPlace;
  private final EmitCheck emit;
  private final ImpliedAwaitCheck impliedAwait;
  private final LocalSignatureCheck localSignature;
  private final ReturnNullCheck returnNull;
  private final ReturnInsideTryCheck returnInsideTry;
  private final GeneratorReturnCheck generatorReturn;
  private final NeverAwaitedCheck neverAwaited;
  private final BlockingCallCheck blockingCall;
  private final CancellationSwallowedCheck cancellationSwallowed;
  private final SharedStaticCheck sharedStatic;
  private final TaskIgnoredCheck taskIgnored;
  private final AwaitInLoopCheck awaitInLoop;
  private final ToThreadCandidateCheck toThreadCandidate;

  /** Uses the compiler's trees and types, and the user's options for lints. */
  public BodyCheck(ProcessingEnvironment env) {
    Trees trees = Trees.instance(env);
    Reporter reporter = new Reporter(trees, LintOptions.parse(env.getOptions(), env.getMessager()));
    Surroundings.Finder surroundings = new Surroundings.Finder(trees, env.getTypeUtils());
    awaitPlace = new AwaitPlaceCheck(trees, surroundings, reporter);
    emit = new EmitCheck(trees, env.getTypeUtils(), surroundings, reporter);
    impliedAwait = new ImpliedAwaitCheck(trees, env.getTypeUtils(), surroundings, reporter);
    localSignature = new LocalSignatureCheck(trees, reporter);
    returnNull = new ReturnNullCheck(surroundings, reporter);
    returnInsideTry = new ReturnInsideTryCheck(trees, surroundings, impliedAwait, reporter);
    generatorReturn = new GeneratorReturnCheck(trees, surroundings, reporter);
    neverAwaited = new NeverAwaitedCheck(trees, env.getTypeUtils(), reporter);
    blockingCall =
        new BlockingCallCheck(
            trees,
            env.getTypeUtils(),
            surroundings,
            BlockingCallsReader.read(env.getOptions(), env.getMessager()),
            reporter);
    cancellationSwallowed = new CancellationSwallowedCheck(trees, surroundings, reporter);
    sharedStatic = new SharedStaticCheck(trees, surroundings, reporter);
    taskIgnored = new TaskIgnoredCheck(trees, reporter);
    awaitInLoop = new AwaitInLoopCheck(trees, surroundings, reporter);
    toThreadCandidate = new ToThreadCandidateCheck(trees, reporter);
  }

  /** Checks a top-level class and everything in it. */
  public void check(TreePath topLevelClass) {
    new Dispatcher().scan(topLevelClass, null);
    toThreadCandidate.endOfClass();
  }

  private final class Dispatcher extends TreePathScanner<Void, Void> {

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      localSignature.method(getCurrentPath());
      return super.visitMethod(tree, null);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      neverAwaited.variable(getCurrentPath(), tree);
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitTry(TryTree tree, Void unused) {
      impliedAwait.block(getCurrentPath(), tree);
      cancellationSwallowed.block(getCurrentPath(), tree);
      return super.visitTry(tree, null);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      impliedAwait.loop(getCurrentPath(), tree);
      awaitInLoop.loop(getCurrentPath(), tree);
      return super.visitEnhancedForLoop(tree, null);
    }

    @Override
    public Void visitIf(IfTree tree, Void unused) {
      sharedStatic.choice(getCurrentPath(), tree);
      return super.visitIf(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      sharedStatic.assignment(getCurrentPath(), tree);
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
      sharedStatic.compoundAssignment(getCurrentPath(), tree);
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      awaitPlace.call(getCurrentPath());
      emit.call(getCurrentPath(), tree);
      blockingCall.call(getCurrentPath(), tree);
      toThreadCandidate.call(getCurrentPath(), tree);
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      awaitPlace.reference(getCurrentPath());
      emit.reference(getCurrentPath());
      neverAwaited.reference(getCurrentPath());
      return super.visitMemberReference(tree, null);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      neverAwaited.lambda(getCurrentPath(), tree);
      if (tree.getBody() instanceof ExpressionTree body) {
        returned(body);
      }
      return super.visitLambdaExpression(tree, null);
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
      neverAwaited.statement(getCurrentPath(), tree);
      taskIgnored.statement(getCurrentPath(), tree);
      return super.visitExpressionStatement(tree, null);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      if (tree.getExpression() != null) {
        returned(tree.getExpression());
      }
      return super.visitReturn(tree, null);
    }

    private void returned(ExpressionTree expression) {
      TreePath path = new TreePath(getCurrentPath(), expression);
      returnNull.returned(path);
      returnInsideTry.returned(path);
      generatorReturn.returned(path);
    }
  }
}
