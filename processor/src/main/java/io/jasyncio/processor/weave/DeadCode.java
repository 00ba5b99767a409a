package io.jasyncio.processor.weave;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Takes out code that nothing leads to. Compilers write some, with stack map frames, so the JVM
 * verifies it; analyses do not reach it, so no pass would rewrite it. The passes before this one
 * look for what compilers write for a statement, of which parts may be dead.
 *
 * <pre>{@code
 * try { break out; } finally { return result(1); }     nothing can be thrown before the return,
 *                                                      but javac writes the handler as well
 * }</pre>
 */
final class DeadCode {

  private DeadCode() {}

  static void remove(MethodNode method) {
    ControlFlow flow = ControlFlow.of(method);
    BitSet live = reached(flow);
    for (ControlFlow.Block block : flow.blocks()) {
      if (!live.get(block.index())) {
        block.nodes().stream()
            .filter(node -> !(node instanceof LabelNode))
            .forEach(method.instructions::remove);
      }
    }
    method.tryCatchBlocks.removeIf(
        covering -> {
          ControlFlow.Range covered = flow.range(covering.start, covering.end);
          int first = live.nextSetBit(covered.from());
          return first < 0 || first >= covered.to();
        });
  }

  private static BitSet reached(ControlFlow flow) {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(0);
    while (!open.isEmpty()) {
      int block = open.pop();
      if (!reached.get(block)) {
        reached.set(block);
        open.addAll(flow.successors(block));
      }
    }
    return reached;
  }
}
