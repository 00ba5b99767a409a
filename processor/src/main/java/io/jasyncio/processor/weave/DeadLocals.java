package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Pass 9: takes dead locals out of the compiler's stack map frames.
 *
 * <p>A resumption restores only what is live. The compiler's frames list every variable in scope,
 * so that code after an await would fail verification although it never reads the missing ones.
 */
final class DeadLocals {

  private DeadLocals() {}

  static void forget(AsyncMethod method, MethodNode body, Liveness liveness) {
    for (AbstractInsnNode insn : body.instructions) {
      if (insn instanceof FrameNode frame) {
        frame.local = liveOnly(frame.local, liveness.before(frame), method);
      }
    }
  }

  private static List<Object> liveOnly(List<Object> entries, BitSet live, AsyncMethod method) {
    List<Object> kept = new ArrayList<>(entries.size());
    int local = 0;
    for (Object entry : entries) {
      boolean ours = local == method.executionLocal() || local == method.machineLocal();
      boolean receiver = local == 0 && !method.isStatic();
      if (ours || receiver || live.get(local)) {
        kept.add(entry);
        local += new TypeValue(entry).getSize();
      } else {
        for (int slot = 0; slot < new TypeValue(entry).getSize(); slot++, local++) {
          kept.add(Opcodes.TOP);
        }
      }
    }
    return kept;
  }
}
