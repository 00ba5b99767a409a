package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Pass 12: makes the local-variable table tell the truth. A variable that was dead at an await is
 * not restored; where its slot holds nothing, a debugger must not show it.
 */
final class VariableRanges {

  private VariableRanges() {}

  static void cut(AsyncMethod method, MethodNode body) {
    if (body.localVariables == null) {
      return;
    }
    FrameTypes types = FrameTypes.of(method.owner(), body);
    List<LocalVariableNode> cut = new ArrayList<>();
    for (LocalVariableNode variable : List.copyOf(body.localVariables)) {
      cut(variable, body.instructions, types, cut);
    }
    body.localVariables = cut;
  }

  private static void cut(
      LocalVariableNode variable, InsnList code, FrameTypes types, List<LocalVariableNode> cut) {
    LabelNode from = null;
    for (AbstractInsnNode insn = variable.start; insn != variable.end; insn = insn.getNext()) {
      if (insn.getOpcode() < 0) {
        continue;
      }
      boolean holds = holds(types.before(insn), variable.index);
      if (holds && from == null) {
        from = labelBefore(insn, code);
      } else if (!holds && from != null) {
        cut.add(part(variable, from, labelBefore(insn, code)));
        from = null;
      }
    }
    if (from != null) {
      cut.add(part(variable, from, variable.end));
    }
  }

  private static boolean holds(Frame<TypeValue> frame, int local) {
    return frame != null && !frame.getLocal(local).isTop();
  }

  private static LabelNode labelBefore(AbstractInsnNode insn, InsnList code) {
    if (insn.getPrevious() instanceof LabelNode label) {
      return label;
    }
    LabelNode label = new LabelNode();
    code.insertBefore(insn, label);
    return label;
  }

  private static LocalVariableNode part(LocalVariableNode variable, LabelNode from, LabelNode to) {
    return new LocalVariableNode(
        variable.name, variable.desc, variable.signature, from, to, variable.index);
  }
}
