package io.jasyncio.processor.weave;

import io.jasyncio.processor.weave.ControlFlow.Block;
import io.jasyncio.processor.weave.ControlFlow.Range;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Frame;

/** Writes the copies that make loops reducible behind a body's code, level by level. */
final class LoopCopyWriter {

  /** A block's copy: the level and the block. */
  private record Copy(int level, int block) {}

  private final MethodNode body;
  private final ControlFlow flow;
  private final LoopCopies copies;
  private final FrameTypes types;

  private final InsnList code = new InsnList();
  private final Map<Copy, LabelNode> beginnings = new HashMap<>();
  private final Map<Copy, LabelNode> ends = new HashMap<>();

  /** What jumps from a level have to name where the body names a label. */
  private final Map<Integer, Map<LabelNode, LabelNode>> labels = new HashMap<>();

  /** The line in which the code written so far ends. */
  private int line;

  private LoopCopyWriter(MethodNode body, ControlFlow flow, LoopCopies copies, FrameTypes types) {
    this.body = body;
    this.flow = flow;
    this.copies = copies;
    this.types = types;
    this.line = Instructions.lineOf(body.instructions.getLast());
  }

  static void write(MethodNode body, ControlFlow flow, LoopCopies copies, FrameTypes types) {
    new LoopCopyWriter(body, flow, copies, types).write();
  }

  private void write() {
    nameLabels();
    Map<Block, FrameNode> missing = missingFrames();
    for (int level = copies.highest(); level > 0; level--) {
      for (int block : copies.at(level).stream().toArray()) {
        copy(flow.blocks().get(block), level, missing);
      }
    }
    markOriginals(missing);
    redirectResumptions();
    copyTries();
    copyVariables();
    body.instructions.add(code);
  }

  private void nameLabels() {
    List<Integer> levels = new ArrayList<>(List.of(LoopCopies.RESUMING));
    for (int level = 1; level <= copies.highest(); level++) {
      levels.add(level);
    }
    levels.forEach(level -> labels.put(level, new HashMap<>()));
    for (LabelNode label : flow.labels()) {
      Map<Integer, LabelNode> named = new HashMap<>(Map.of(0, label));
      for (int level : levels) {
        int lower = copies.level(level, flow.blockAt(label));
        labels.get(level).put(label, named.computeIfAbsent(lower, unused -> new LabelNode()));
      }
    }
  }

  /**
   * Blocks without a frame have been fallen into; if a copy of the block before is not followed by
   * this one's, it has to jump. Copies have the frames of what they copy, so the types are the
   * same.
   */
  private Map<Block, FrameNode> missingFrames() {
    Map<Block, FrameNode> frames = new HashMap<>();
    for (int level = 1; level <= copies.highest(); level++) {
      for (int index : copies.at(level).stream().toArray()) {
        Block block = flow.blocks().get(index);
        if (jumpsOn(block, level)) {
          Block next = flow.blocks().get(index + 1);
          if (next.frame() == null) {
            frames.computeIfAbsent(next, this::frame);
          }
        }
      }
    }
    return frames;
  }

  private boolean jumpsOn(Block block, int level) {
    return block.fallsThrough() && !copies.continues(block.index(), level);
  }

  private FrameNode frame(Block block) {
    Frame<TypeValue> before = types.before(block.first());
    BitSet all = new BitSet();
    all.set(0, before.getLocals());
    return FrameShape.of(before, all, 0).node();
  }

  private void copy(Block block, int level, Map<Block, FrameNode> missing) {
    Map<LabelNode, LabelNode> names = labels.get(level);
    FrameNode frame = missing.get(block);
    boolean fallenInto = block.index() > 0 && copies.continues(block.index() - 1, level);
    if (!fallenInto && !block.beginsLine() && block.line() != line) {
      writeLine(block.line(), (frame == null ? block.frame() : frame).clone(names));
    }
    code.add(beginning(block.index(), level));
    if (frame != null) {
      code.add(frame.clone(names));
    }
    for (AbstractInsnNode node : block.nodes()) {
      code.add(node.clone(names));
      if (node instanceof LineNumberNode number) {
        line = number.line;
      }
    }
    if (jumpsOn(block, level)) {
      int next = block.index() + 1;
      code.add(new JumpInsnNode(Opcodes.GOTO, beginning(next, copies.level(level, next))));
    }
    code.add(end(block.index(), level));
  }

  /**
   * Names the line of a copy that begins within a line. A debugger stops where a line begins; it
   * has stopped in this one already, before the suspension. So the line begins at an instruction
   * that is never executed.
   */
  private void writeLine(int number, AbstractInsnNode frame) {
    LabelNode label = new LabelNode();
    code.add(label);
    code.add(new LineNumberNode(number, label));
    code.add(frame);
    code.add(new InsnNode(Opcodes.NOP));
    line = number;
  }

  private LabelNode beginning(int block, int level) {
    return beginnings.computeIfAbsent(new Copy(level, block), unused -> new LabelNode());
  }

  private LabelNode end(int block, int level) {
    return ends.computeIfAbsent(new Copy(level, block), unused -> new LabelNode());
  }

  /** Where copies go on in the body itself. */
  private void markOriginals(Map<Block, FrameNode> missing) {
    for (Block block : flow.blocks()) {
      LabelNode label = beginnings.get(new Copy(0, block.index()));
      if (label != null) {
        body.instructions.insertBefore(block.first(), label);
        if (missing.containsKey(block)) {
          body.instructions.insertBefore(block.first(), missing.get(block));
        }
      }
    }
  }

  private void redirectResumptions() {
    Map<LabelNode, LabelNode> names = labels.get(LoopCopies.RESUMING);
    for (int block : copies.resuming().stream().toArray()) {
      AbstractInsnNode last = flow.blocks().get(block).last();
      if (last instanceof JumpInsnNode jump) {
        jump.label = names.get(jump.label);
      } else if (last instanceof TableSwitchInsnNode table) {
        table.dflt = names.get(table.dflt);
        table.labels.replaceAll(names::get);
      } else if (last instanceof LookupSwitchInsnNode lookup) {
        lookup.dflt = names.get(lookup.dflt);
        lookup.labels.replaceAll(names::get);
      }
    }
  }

  private void copyTries() {
    for (TryCatchBlockNode block : List.copyOf(body.tryCatchBlocks)) {
      Range covered = flow.range(block.start, block.end);
      LabelNode handler = block.handler;
      if (copies.isResuming(covered)) {
        block.handler = labels.get(LoopCopies.RESUMING).get(handler);
      }
      forEachPart(
          covered,
          (level, part) ->
              body.tryCatchBlocks.add(
                  new TryCatchBlockNode(
                      beginning(part.from(), level),
                      end(part.to() - 1, level),
                      labels.get(level).get(handler),
                      block.type)));
    }
  }

  private void copyVariables() {
    if (body.localVariables != null) {
      for (LocalVariableNode variable : List.copyOf(body.localVariables)) {
        forEachPart(
            flow.range(variable.start, variable.end),
            (level, part) ->
                body.localVariables.add(
                    new LocalVariableNode(
                        variable.name,
                        variable.desc,
                        variable.signature,
                        beginning(part.from(), level),
                        end(part.to() - 1, level),
                        variable.index)));
      }
    }
    copyAnnotations(body.visibleLocalVariableAnnotations);
    copyAnnotations(body.invisibleLocalVariableAnnotations);
  }

  private void copyAnnotations(List<LocalVariableAnnotationNode> annotations) {
    if (annotations == null) {
      return;
    }
    for (LocalVariableAnnotationNode annotation : annotations) {
      for (int i = annotation.start.size() - 1; i >= 0; i--) {
        int index = annotation.index.get(i);
        forEachPart(
            flow.range(annotation.start.get(i), annotation.end.get(i)),
            (level, part) -> {
              annotation.start.add(beginning(part.from(), level));
              annotation.end.add(end(part.to() - 1, level));
              annotation.index.add(index);
            });
      }
    }
  }

  private void forEachPart(Range range, BiConsumer<Integer, Range> action) {
    for (int level = 1; level <= copies.highest(); level++) {
      for (Range part : copies.parts(range, level)) {
        action.accept(level, part);
      }
    }
  }
}
