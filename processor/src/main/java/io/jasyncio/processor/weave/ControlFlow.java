package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The basic blocks of a method in code order, and where control may go from each. The beginning and
 * the end of a {@code try} begin blocks, too, so that a block is covered as a whole or not at all.
 */
final class ControlFlow {

  /**
   * Code that is entered at its beginning only.
   *
   * @param index its place among the blocks
   * @param nodes its instructions with the labels, lines and the frame before them
   * @param line the source line in which it begins, or -1
   */
  record Block(int index, List<AbstractInsnNode> nodes, int line) {

    AbstractInsnNode first() {
      return nodes.stream().filter(node -> node.getOpcode() >= 0).findFirst().orElseThrow();
    }

    AbstractInsnNode last() {
      return nodes.get(nodes.size() - 1);
    }

    /** Whether control may go on to the next block without a jump. */
    boolean fallsThrough() {
      return !FrameTypes.endsBlock(last().getOpcode());
    }

    /** Its stack map frame, which every block has that is jumped to; null if it has none. */
    FrameNode frame() {
      return (FrameNode)
          nodes.stream().filter(node -> node instanceof FrameNode).findFirst().orElse(null);
    }

    /** Whether a line of the source begins here. */
    boolean beginsLine() {
      return nodes.stream()
          .takeWhile(node -> node.getOpcode() < 0)
          .anyMatch(node -> node instanceof LineNumberNode);
    }
  }

  /** The blocks from the first on, up to but without the last. */
  record Range(int from, int to) {

    boolean contains(int block) {
      return from <= block && block < to;
    }
  }

  private final List<Block> blocks = new ArrayList<>();
  private final Map<LabelNode, Integer> labelled = new HashMap<>();
  private final List<List<Integer>> successors = new ArrayList<>();

  private ControlFlow() {}

  static ControlFlow of(MethodNode method) {
    ControlFlow flow = new ControlFlow();
    flow.findBlocks(method);
    flow.blocks.forEach(block -> flow.successors.add(flow.successorsOf(block)));
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      Range covered = flow.range(block.start, block.end);
      for (int index = covered.from(); index < covered.to(); index++) {
        flow.successors.get(index).add(flow.blockAt(block.handler));
      }
    }
    return flow;
  }

  private void findBlocks(MethodNode method) {
    List<AbstractInsnNode> nodes = new ArrayList<>();
    boolean empty = true;
    int line = -1;
    int lineAtBeginning = -1;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LabelNode label) {
        if (!empty) {
          blocks.add(new Block(blocks.size(), List.copyOf(nodes), lineAtBeginning));
          nodes.clear();
          empty = true;
        }
        labelled.put(label, blocks.size());
      } else if (insn instanceof LineNumberNode number) {
        line = number.line;
      }
      nodes.add(insn);
      if (insn.getOpcode() >= 0) {
        lineAtBeginning = empty ? line : lineAtBeginning;
        empty = false;
        if (insn instanceof JumpInsnNode || FrameTypes.endsBlock(insn.getOpcode())) {
          blocks.add(new Block(blocks.size(), List.copyOf(nodes), lineAtBeginning));
          nodes.clear();
          empty = true;
        }
      }
    }
  }

  private List<Integer> successorsOf(Block block) {
    List<Integer> next = new ArrayList<>();
    jumpTargets(block.last()).forEach(label -> next.add(blockAt(label)));
    if (block.fallsThrough() && block.index() + 1 < blocks.size()) {
      next.add(block.index() + 1);
    }
    return next;
  }

  private static List<LabelNode> jumpTargets(AbstractInsnNode insn) {
    List<LabelNode> targets = new ArrayList<>();
    if (insn instanceof JumpInsnNode jump) {
      targets.add(jump.label);
    } else if (insn instanceof TableSwitchInsnNode table) {
      targets.add(table.dflt);
      targets.addAll(table.labels);
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      targets.add(lookup.dflt);
      targets.addAll(lookup.labels);
    }
    return targets;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** The blocks that may come next, handlers of exceptions among them. */
  List<Integer> successors(int block) {
    return successors.get(block);
  }

  /** The block that begins at a label; behind the last block for one at the method's end. */
  int blockAt(LabelNode label) {
    return labelled.get(label);
  }

  /** All labels of the method. */
  Iterable<LabelNode> labels() {
    return labelled.keySet();
  }

  /** The blocks between two labels. */
  Range range(LabelNode start, LabelNode end) {
    return new Range(blockAt(start), blockAt(end));
  }
}
