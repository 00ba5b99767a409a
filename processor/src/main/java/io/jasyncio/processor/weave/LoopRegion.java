package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The code that runs inside a loop: from its header to its end, without the copies of {@code
 * finally} blocks from around the loop. A try covers its block but for such copies of its own
 * {@code finally}; so what stands in the loop's code, and is not covered by all the tries that
 * cover the header, runs when the loop has been left.
 *
 * <pre>{@code
 * try { for (x : xs) { return x; } } finally { f(); }
 *
 * header: ...               covered
 *         x                 covered
 *         f()               not covered: the loop has been left
 *         areturn           not covered
 * end:    f()
 * }</pre>
 */
final class LoopRegion {

  private final MethodNode body;
  private final List<TryCatchBlockNode> around;
  private final List<AbstractInsnNode> inside = new ArrayList<>();
  private final Set<AbstractInsnNode> members;

  private LoopRegion(MethodNode body, AsyncLoop loop) {
    this.body = body;
    this.around = triesAround(loop.header());
    InsnList code = body.instructions;
    int end = code.indexOf(loop.end());
    for (int i = code.indexOf(loop.header()); i < end; i++) {
      AbstractInsnNode insn = code.get(i);
      if (insn.getOpcode() >= 0 && isCoveredByAll(i)) {
        inside.add(insn);
      }
    }
    members = new HashSet<>(inside);
  }

  static LoopRegion of(MethodNode body, AsyncLoop loop) {
    return new LoopRegion(body, loop);
  }

  /** The tries around the loop, innermost first. */
  List<TryCatchBlockNode> around() {
    return around;
  }

  /** The executed instructions, in order. */
  List<AbstractInsnNode> inside() {
    return inside;
  }

  boolean isInside(AbstractInsnNode insn) {
    return members.contains(insn);
  }

  /** Where in the table a handler for the region stands: before those of the tries around it. */
  int placeOfHandler() {
    return around.isEmpty()
        ? body.tryCatchBlocks.size()
        : body.tryCatchBlocks.indexOf(around.get(0));
  }

  /** The entries that make {@code handler} cover the region; puts labels into the code. */
  List<TryCatchBlockNode> coveredBy(LabelNode handler) {
    List<TryCatchBlockNode> entries = new ArrayList<>();
    LabelNode from = null;
    for (AbstractInsnNode insn : inside) {
      if (from == null) {
        from = new LabelNode();
        body.instructions.insertBefore(insn, from);
      }
      if (!isInside(Instructions.next(insn))) {
        // Before what belongs to the next instruction: its frame must not count as covered.
        LabelNode to = new LabelNode();
        body.instructions.insert(insn, to);
        entries.add(new TryCatchBlockNode(from, to, handler, null));
        from = null;
      }
    }
    return entries;
  }

  private List<TryCatchBlockNode> triesAround(AbstractInsnNode insn) {
    int index = body.instructions.indexOf(insn);
    return body.tryCatchBlocks.stream().filter(block -> covers(block, index)).toList();
  }

  private boolean isCoveredByAll(int index) {
    return around.stream()
        .allMatch(
            outer ->
                body.tryCatchBlocks.stream()
                    .anyMatch(block -> block.handler == outer.handler && covers(block, index)));
  }

  private boolean covers(TryCatchBlockNode block, int index) {
    InsnList code = body.instructions;
    return code.indexOf(block.start) <= index && index < code.indexOf(block.end);
  }
}
