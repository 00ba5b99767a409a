package io.jasyncio.processor.weave;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * An await, and what a suspension there must keep.
 *
 * @param state the number that stands for it in the machine; the beginning is 0
 * @param await the call of {@code await}
 * @param line the source line, or -1
 * @param frame the types of locals (dead ones as unknown) and of the stack below the awaited thing
 * @param direct what the call right before becomes, if it need not make a machine; null otherwise
 * @param atCall the types where that call stands, its arguments on the stack; null without it
 * @param spills where each value to be kept goes
 * @param handlers the tries around it, innermost first
 */
record SuspensionPoint(
    int state,
    MethodInsnNode await,
    int line,
    FrameShape frame,
    DirectCall direct,
    FrameShape atCall,
    List<Spill> spills,
    List<TryCatchBlockNode> handlers) {

  /** True if the value is what the body returns, and nothing is to be done before. */
  boolean isAtTheEnd() {
    AbstractInsnNode next = Instructions.straightSuccessor(await);
    if (next != null && next.getOpcode() == Opcodes.CHECKCAST) {
      next = Instructions.straightSuccessor(next);
    }
    return handlers.isEmpty()
        && frame.stack().isEmpty()
        && next != null
        && next.getOpcode() == Opcodes.ARETURN;
  }

  /** What stands on the stack behind the await, and behind the unboxing that it takes over. */
  Type outcome() {
    return direct == null || direct.unboxing().isEmpty() ? Types.OBJECT : direct.result();
  }

  /**
   * A value that a suspension saves and a resumption restores.
   *
   * @param place the local variable, or the stack entry counted from the bottom
   * @param onStack which of the two
   * @param value its type; a null constant needs no field
   * @param field the machine's field; null for a null constant
   */
  record Spill(int place, boolean onStack, TypeValue value, SpillField field) {}
}
