package io.jasyncio.processor.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.names.Names;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * {@code CancellationSwallowed}: a {@code catch (Throwable)} around an await neither throws nor
 * hands on what it caught, so the task cannot be cancelled there. Who catches {@code
 * CancelledError} by its name knows of it.
 */
final class CancellationSwallowedCheck {

  /** Methods that hand an exception on to somebody else. */
  private static final Set<String> HANDING_ON =
      Set.of("addSuppressed", "completeExceptionally", "setException");

  private static final Set<String> TOO_WIDE = Set.of("java.lang.Throwable", "java.lang.Error");

  private final Trees trees;
  private final Surroundings.Finder surroundings;
  private final Reporter reporter;

  CancellationSwallowedCheck(Trees trees, Surroundings.Finder surroundings, Reporter reporter) {
    this.trees = trees;
    this.surroundings = surroundings;
    this.reporter = reporter;
  }

  void block(TreePath path, TryTree tree) {
    if (!surroundings.of(path).areAsync()
        || Awaits.in(trees, new TreePath(path, tree.getBlock())).isEmpty()) {
      return;
    }
    for (CatchTree clause : tree.getCatches()) {
      TreePath type = new TreePath(path, clause);
      type = new TreePath(type, clause.getParameter());
      type = new TreePath(type, clause.getParameter().getType());
      if (names(type, Set.of(Names.CANCELLED_ERROR))) {
        return;
      }
      if (names(type, TOO_WIDE) && !Outlets.in(clause)) {
        reporter.lint(
            type,
            Diagnostic.CANCELLATION_SWALLOWED,
            "this catches CancelledError as well, so the task cannot be cancelled here: catch"
                + " Exception, or put catch (CancelledError e) { throw e; } before it");
      }
    }
  }

  private boolean names(TreePath type, Set<String> names) {
    List<? extends Tree> alternatives =
        type.getLeaf() instanceof UnionTypeTree union
            ? union.getTypeAlternatives()
            : List.of(type.getLeaf());
    return alternatives.stream()
        .map(alternative -> trees.getTypeMirror(new TreePath(type, alternative)))
        .anyMatch(caught -> names.contains(name(caught)));
  }

  private static String name(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? element.getQualifiedName().toString()
        : "";
  }

  /** Looks for a way in which an exception may go on. */
  private static final class Outlets extends TreeScanner<Boolean, Void> {

    private final Name caught;

    private Outlets(Name caught) {
      this.caught = caught;
    }

    static boolean in(CatchTree clause) {
      Name caught = clause.getParameter().getName();
      return Boolean.TRUE.equals(new Outlets(caught).scan(clause.getBlock(), null));
    }

    /** It is kept, to be thrown later. */
    @Override
    public Boolean visitAssignment(AssignmentTree tree, Void unused) {
      return isCaught(tree.getExpression())
          || Boolean.TRUE.equals(super.visitAssignment(tree, null));
    }

    /** As above: {@code new Outcome(failure)}. */
    @Override
    public Boolean visitNewClass(NewClassTree tree, Void unused) {
      return tree.getArguments().stream().anyMatch(this::isCaught)
          || Boolean.TRUE.equals(super.visitNewClass(tree, null));
    }

    private boolean isCaught(Tree expression) {
      if (expression instanceof ConditionalExpressionTree choice) {
        return isCaught(choice.getTrueExpression()) || isCaught(choice.getFalseExpression());
      }
      return expression instanceof IdentifierTree name && name.getName().equals(caught);
    }

    @Override
    public Boolean visitThrow(ThrowTree tree, Void unused) {
      return true;
    }

    @Override
    public Boolean visitMemberSelect(MemberSelectTree tree, Void unused) {
      return HANDING_ON.contains(tree.getIdentifier().toString())
          || Boolean.TRUE.equals(super.visitMemberSelect(tree, null));
    }

    @Override
    public Boolean visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      return false;
    }

    @Override
    public Boolean visitClass(ClassTree tree, Void unused) {
      return false;
    }

    @Override
    public Boolean reduce(Boolean one, Boolean other) {
      return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
  }
}
