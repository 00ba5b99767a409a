package io.jasyncio.processor.weave;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Refuses an await inside {@code synchronized}: a monitor belongs to a thread, and the body may go
 * on on another one. For javac the check on the source has said so before, with a better position;
 * this is for class files of other compilers.
 */
final class Monitors {

  private static final int UNREACHED = -1;

  private final InsnList code;
  private final int[] held;
  private final Deque<Integer> open = new ArrayDeque<>();

  private Monitors(MethodNode body) {
    this.code = body.instructions;
    this.held = new int[code.size()];
    Arrays.fill(held, UNREACHED);
  }

  static void refuseAwaits(AsyncMethod method, MethodNode body) {
    if (Arrays.stream(body.instructions.toArray())
        .noneMatch(insn -> insn.getOpcode() == Opcodes.MONITORENTER)) {
      return;
    }
    Monitors monitors = new Monitors(body);
    monitors.count(body);
    for (AbstractInsnNode insn : body.instructions) {
      if (Instructions.maySuspend(insn) && monitors.held[body.instructions.indexOf(insn)] > 0) {
        throw new WeavingException(
            "AwaitInMonitor",
            method.displayName(),
            Instructions.lineOf(insn),
            "await or emit while a monitor is held: use an AsyncLock, or leave the synchronized block"
                + " before");
      }
    }
  }

  private void count(MethodNode body) {
    reach(0, 0);
    while (!open.isEmpty()) {
      int index = open.pop();
      AbstractInsnNode insn = code.get(index);
      int after = held[index];
      if (insn.getOpcode() == Opcodes.MONITORENTER) {
        after++;
      } else if (insn.getOpcode() == Opcodes.MONITOREXIT) {
        after--;
      }
      reachSuccessors(insn, index, after);
      reachHandlers(body, index);
    }
  }

  private void reachSuccessors(AbstractInsnNode insn, int index, int after) {
    if (insn instanceof JumpInsnNode jump) {
      reach(jump.label, after);
    } else if (insn instanceof TableSwitchInsnNode table) {
      reach(table.dflt, after);
      table.labels.forEach(label -> reach(label, after));
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      reach(lookup.dflt, after);
      lookup.labels.forEach(label -> reach(label, after));
    }
    if (!FrameTypes.endsBlock(insn.getOpcode()) && index + 1 < code.size()) {
      reach(index + 1, after);
    }
  }

  /** The handler that leaves a monitor covers its own exit, which throws with the monitor held. */
  private void reachHandlers(MethodNode body, int index) {
    for (TryCatchBlockNode block : body.tryCatchBlocks) {
      if (code.indexOf(block.start) <= index && index < code.indexOf(block.end)) {
        reach(block.handler, held[index]);
        if (block.type == null) {
          return; // it catches everything, so that no outer handler is entered from here
        }
      }
    }
  }

  private void reach(LabelNode label, int monitors) {
    reach(code.indexOf(label), monitors);
  }

  private void reach(int index, int monitors) {
    if (held[index] == UNREACHED) {
      held[index] = monitors;
      open.push(index);
    }
  }
}
