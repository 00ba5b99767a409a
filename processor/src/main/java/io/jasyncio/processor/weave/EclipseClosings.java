package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * {@link ResourceClosings} for what Eclipse's compiler writes. It keeps a statement's failure in a
 * variable {@code t} that starts as null, and closes each resource behind a test for null:
 *
 * <pre>{@code
 * catch (any x) { t = x; if (r != null) r.close(); throw t; }
 *     // becomes  if (r != null) await(Suspension.leave(r, t));
 * catch (any x) { if (t == null) t = x; else if (t != x) t.addSuppressed(x); ... throw t; }
 *     // becomes                            else if (t != x) t = x;
 * ... if (r != null) r.close(); ...
 *     // becomes  if (r != null) await(Suspension.leave(r, null));
 * }</pre>
 */
final class EclipseClosings {

  /** A closing after a failure: the call, and the locals of the resource and of the failure. */
  private record Closing(MethodInsnNode close, int resource, int failure) {}

  private final MethodNode body;

  private EclipseClosings(MethodNode body) {
    this.body = body;
  }

  static void suspend(MethodNode body) {
    new EclipseClosings(body).suspend();
  }

  private void suspend() {
    List<MethodInsnNode> merges = new ArrayList<>();
    List<MethodInsnNode> closes = new ArrayList<>();
    for (AbstractInsnNode insn : body.instructions) {
      if (insn instanceof MethodInsnNode call) {
        if (isMerge(call)) {
          merges.add(call);
        } else if (isGuardedClose(call)) {
          closes.add(call);
        }
      }
    }
    List<Closing> closings = new ArrayList<>();
    for (MethodInsnNode close : closes) {
      int failure = thrownAfter(close);
      if (merges.stream().anyMatch(merge -> failureOf(merge) == failure)) {
        closings.add(new Closing(close, resourceOf(close), failure));
      }
    }
    rewrite(closings, closes, merges);
  }

  private void rewrite(
      List<Closing> closings, List<MethodInsnNode> closes, List<MethodInsnNode> merges) {
    for (Closing closing : closings) {
      closes.remove(closing.close());
      ResourceClosings.awaitClosing(
          body, closing.close(), new VarInsnNode(Opcodes.ALOAD, closing.failure()));
    }
    for (MethodInsnNode close : closes) {
      if (closings.stream()
          .anyMatch(
              closing ->
                  closing.resource() == resourceOf(close)
                      && closing.close().owner.equals(close.owner))) {
        ResourceClosings.awaitClosing(body, close, new InsnNode(Opcodes.ACONST_NULL));
      }
    }
    for (MethodInsnNode merge : merges) {
      int failure = failureOf(merge);
      if (closings.stream().anyMatch(closing -> closing.failure() == failure)) {
        body.instructions.remove(Instructions.previous(Instructions.previous(merge)));
        body.instructions.set(merge, new VarInsnNode(Opcodes.ASTORE, failure));
      }
    }
  }

  /** Recognises {@code if (t != x) t.addSuppressed(x)}. */
  private static boolean isMerge(MethodInsnNode call) {
    return ResourceClosings.isAddSuppressed(call)
        && isLoad(Instructions.previous(call))
        && isLoad(Instructions.previous(Instructions.previous(call)))
        && Instructions.previous(Instructions.previous(Instructions.previous(call))) != null
        && Instructions.previous(Instructions.previous(Instructions.previous(call))).getOpcode()
            == Opcodes.IF_ACMPEQ;
  }

  private static int failureOf(MethodInsnNode merge) {
    return ((VarInsnNode) Instructions.previous(Instructions.previous(merge))).var;
  }

  /** Recognises {@code if (r != null) r.close()}. */
  private static boolean isGuardedClose(MethodInsnNode call) {
    return ResourceClosings.mayClose(call)
        && Instructions.previous(call) instanceof VarInsnNode resource
        && isLoad(resource)
        && Instructions.previous(resource) instanceof JumpInsnNode test
        && test.getOpcode() == Opcodes.IFNULL
        && Instructions.previous(test) instanceof VarInsnNode tested
        && isLoad(tested)
        && tested.var == resource.var;
  }

  private static int resourceOf(MethodInsnNode close) {
    return ((VarInsnNode) Instructions.previous(close)).var;
  }

  /** The local whose exception is thrown next, or -1. */
  private static int thrownAfter(MethodInsnNode close) {
    AbstractInsnNode load = ResourceClosings.next(close);
    return isLoad(load) && ResourceClosings.next(load).getOpcode() == Opcodes.ATHROW
        ? ((VarInsnNode) load).var
        : -1;
  }

  private static boolean isLoad(AbstractInsnNode insn) {
    return insn != null && insn.getOpcode() == Opcodes.ALOAD;
  }
}
