package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * An enhanced {@code for} over an async iterable, as javac writes it. The call of {@code
 * iterator()} returns a type that nothing else returns, so that it is not taken for another loop.
 *
 * <pre>{@code
 *         aload source; invoke iterator:()AsyncLoop
 *         astore i
 * header: aload i; invokeinterface Iterator.hasNext
 *         ifeq end
 *         aload i; invokeinterface Iterator.next; ...
 *         goto header
 * end:
 * }</pre>
 *
 * <p>Where jumps are far, javac writes {@code ifne next; goto end; next:}, which is the same.
 *
 * @param header loads the iterator for the next step
 * @param hasNext the step
 * @param exit leaves the loop when there is no more
 */
record AsyncLoop(VarInsnNode header, MethodInsnNode hasNext, JumpInsnNode exit) {

  /** The loops of a body; an outer one comes before those inside it. */
  static List<AsyncLoop> in(MethodNode body) {
    List<AsyncLoop> loops = new ArrayList<>();
    for (AbstractInsnNode insn : body.instructions) {
      if (Instructions.isAsyncIterator(insn)
          && Instructions.next(insn) instanceof VarInsnNode store
          && store.getOpcode() == Opcodes.ASTORE
          && Instructions.next(store) instanceof VarInsnNode header
          && header.getOpcode() == Opcodes.ALOAD
          && header.var == store.var
          && Instructions.next(header) instanceof MethodInsnNode call
          && isHasNext(call)
          && Instructions.next(call) instanceof JumpInsnNode exit) {
        makeNear(exit, body);
        loops.add(new AsyncLoop(header, call, exit));
      }
    }
    return loops;
  }

  /** Turns {@code ifne next; goto end; next:} into {@code ifeq end}. */
  private static void makeNear(JumpInsnNode exit, MethodNode body) {
    if (exit.getOpcode() == Opcodes.IFNE && Instructions.next(exit) instanceof JumpInsnNode far) {
      exit.setOpcode(Opcodes.IFEQ);
      exit.label = far.label;
      body.instructions.remove(far);
    }
  }

  static boolean isHasNext(MethodInsnNode call) {
    return call.owner.equals("java/util/Iterator") && call.name.equals("hasNext");
  }

  /** The local variable that holds the iterator. */
  int iterator() {
    return header.var;
  }

  /** What follows the loop in the code. */
  LabelNode end() {
    return exit.label;
  }
}
