package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Types of locals and stack entries, to be written as a stack map frame.
 *
 * @param locals a type for each local slot; the slot after a long or double is unknown
 * @param stack a type for each entry, from the bottom
 */
record FrameShape(List<TypeValue> locals, List<TypeValue> stack) {

  FrameShape {
    locals = List.copyOf(locals);
    stack = List.copyOf(stack);
  }

  /**
   * Takes over a frame, less the locals that nothing reads any more.
   *
   * @param frame the types before an instruction
   * @param kept the locals to keep
   * @param popped how many stack entries to leave out at the top
   */
  static FrameShape of(Frame<TypeValue> frame, BitSet kept, int popped) {
    List<TypeValue> locals = new ArrayList<>();
    for (int local = 0; local < frame.getLocals(); local++) {
      locals.add(kept.get(local) ? frame.getLocal(local) : TypeValue.TOP);
    }
    List<TypeValue> stack = new ArrayList<>();
    for (int entry = 0; entry < frame.getStackSize() - popped; entry++) {
      stack.add(frame.getStack(entry));
    }
    return new FrameShape(locals, stack);
  }

  /** The same with one more entry on the stack. */
  FrameShape push(TypeValue value) {
    List<TypeValue> pushed = new ArrayList<>(stack);
    pushed.add(value);
    return new FrameShape(locals, pushed);
  }

  FrameNode node() {
    Object[] localEntries = entries(locals, true);
    Object[] stackEntries = entries(stack, false);
    return new FrameNode(
        Opcodes.F_NEW, localEntries.length, localEntries, stackEntries.length, stackEntries);
  }

  /** In a frame a long or double takes one entry, though it takes two locals. */
  private static Object[] entries(List<TypeValue> values, boolean slots) {
    List<Object> entries = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      TypeValue value = values.get(i);
      entries.add(value.type());
      if (slots) {
        i += value.getSize() - 1;
      }
    }
    int length = entries.size();
    while (slots && length > 0 && entries.get(length - 1) == Opcodes.TOP) {
      length--;
    }
    return entries.subList(0, length).toArray();
  }
}
