package io.jasyncio.processor.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** How many bytes of a class file code takes. */
final class CodeSize {

  /** Beyond this, HotSpot leaves a method to the interpreter. */
  static final int COMPILED_BY_JIT = 8000;

  private CodeSize() {}

  /** The most bytes that instructions take in a method of less than 32 KB. */
  static int atMost(Iterable<AbstractInsnNode> code) {
    int size = 0;
    for (AbstractInsnNode insn : code) {
      size += atMost(insn);
    }
    return size;
  }

  private static int atMost(AbstractInsnNode insn) {
    return switch (insn.getType()) {
      case AbstractInsnNode.LABEL, AbstractInsnNode.LINE, AbstractInsnNode.FRAME -> 0;
      case AbstractInsnNode.INSN -> 1;
      case AbstractInsnNode.VAR_INSN -> local(((VarInsnNode) insn).var);
      case AbstractInsnNode.IINC_INSN -> increment((IincInsnNode) insn);
      case AbstractInsnNode.INT_INSN -> insn.getOpcode() == Opcodes.SIPUSH ? 3 : 2;
      case AbstractInsnNode.INVOKE_DYNAMIC_INSN -> 5;
      case AbstractInsnNode.METHOD_INSN -> insn.getOpcode() == Opcodes.INVOKEINTERFACE ? 5 : 3;
      case AbstractInsnNode.MULTIANEWARRAY_INSN -> 4;
      case AbstractInsnNode.TABLESWITCH_INSN -> 16 + 4 * ((TableSwitchInsnNode) insn).labels.size();
      case AbstractInsnNode.LOOKUPSWITCH_INSN ->
          12 + 8 * ((LookupSwitchInsnNode) insn).labels.size();
      default -> 3;
    };
  }

  private static int local(int index) {
    return index < 4 ? 1 : index < 256 ? 2 : 4;
  }

  private static int increment(IincInsnNode insn) {
    boolean wide = insn.var >= 256 || insn.incr != (byte) insn.incr;
    return wide ? 6 : 3;
  }
}
