package io.jasyncio.processor.weave;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The verifier's types before each instruction of a method.
 *
 * <p>The compiler has written a stack map frame wherever control flow merges, so the types follow
 * in one pass from frame to frame. Nothing is merged, and therefore no class has to be loaded or
 * looked up to find what two types have in common.
 */
final class FrameTypes {

  private static final TypeInterpreter INTERPRETER = new TypeInterpreter();

  private final Map<AbstractInsnNode, Frame<TypeValue>> before;

  private FrameTypes(Map<AbstractInsnNode, Frame<TypeValue>> before) {
    this.before = before;
  }

  /** Computes the types of a method that has been read with expanded frames. */
  static FrameTypes of(String owner, MethodNode method) {
    Map<AbstractInsnNode, Frame<TypeValue>> before = new HashMap<>();
    Frame<TypeValue> current = initial(owner, method);
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof FrameNode node) {
        current = fromNode(node, method);
      }
      before.put(insn, current);
      if (current != null && insn.getOpcode() >= 0) {
        current = after(insn, current);
      }
    }
    return new FrameTypes(before);
  }

  /** The types before an instruction; null where it cannot be reached. */
  Frame<TypeValue> before(AbstractInsnNode insn) {
    return before.get(insn);
  }

  /** The types at the beginning of a method. */
  static Frame<TypeValue> initial(String owner, MethodNode method) {
    Frame<TypeValue> frame = emptyFrame(method);
    int local = 0;
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      frame.setLocal(local++, TypeValue.ofClass(owner));
    }
    for (Type argument : Type.getArgumentTypes(method.desc)) {
      frame.setLocal(local, TypeValue.of(argument));
      local += argument.getSize();
    }
    return frame;
  }

  private static Frame<TypeValue> emptyFrame(MethodNode method) {
    // Passes before this one may have deepened the stack by what one instruction pushes.
    Frame<TypeValue> frame = new Frame<>(method.maxLocals, method.maxStack + 8);
    for (int local = 0; local < method.maxLocals; local++) {
      frame.setLocal(local, TypeValue.TOP);
    }
    return frame;
  }

  private static Frame<TypeValue> fromNode(FrameNode node, MethodNode method) {
    Frame<TypeValue> frame = emptyFrame(method);
    int local = 0;
    for (Object entry : node.local) {
      TypeValue value = fromEntry(entry);
      frame.setLocal(local, value);
      local += value.getSize();
    }
    for (Object entry : node.stack) {
      frame.push(fromEntry(entry));
    }
    return frame;
  }

  private static TypeValue fromEntry(Object entry) {
    return new TypeValue(entry instanceof LabelNode label ? newAt(label) : entry);
  }

  /** The instruction that a frame means by an uninitialised type. */
  static AbstractInsnNode newAt(LabelNode label) {
    AbstractInsnNode insn = label;
    while (insn.getOpcode() < 0) {
      insn = insn.getNext();
    }
    return insn;
  }

  private static Frame<TypeValue> after(AbstractInsnNode insn, Frame<TypeValue> before) {
    Frame<TypeValue> after = new Frame<>(before);
    TypeValue constructed = constructed(insn, before);
    try {
      after.execute(insn, INTERPRETER);
    } catch (AnalyzerException e) {
      throw new IllegalStateException(e);
    }
    if (constructed != null) {
      initialize(after, constructed, ((MethodInsnNode) insn).owner);
    }
    return endsBlock(insn.getOpcode()) ? null : after;
  }

  /** What a constructor call initialises; null if the instruction is none. */
  static TypeValue constructed(AbstractInsnNode insn, Frame<TypeValue> before) {
    if (insn.getOpcode() != Opcodes.INVOKESPECIAL
        || !((MethodInsnNode) insn).name.equals("<init>")) {
      return null;
    }
    int arguments = Type.getArgumentTypes(((MethodInsnNode) insn).desc).length;
    return before.getStack(before.getStackSize() - 1 - arguments);
  }

  private static void initialize(Frame<TypeValue> frame, TypeValue uninitialized, String owner) {
    TypeValue initialized = TypeValue.ofClass(owner);
    for (int i = 0; i < frame.getLocals(); i++) {
      if (frame.getLocal(i).equals(uninitialized)) {
        frame.setLocal(i, initialized);
      }
    }
    for (int i = 0; i < frame.getStackSize(); i++) {
      if (frame.getStack(i).equals(uninitialized)) {
        frame.setStack(i, initialized);
      }
    }
  }

  static boolean endsBlock(int opcode) {
    return opcode == Opcodes.GOTO
        || opcode == Opcodes.ATHROW
        || opcode == Opcodes.TABLESWITCH
        || opcode == Opcodes.LOOKUPSWITCH
        || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
  }
}
