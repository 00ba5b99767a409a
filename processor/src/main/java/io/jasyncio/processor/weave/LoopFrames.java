package io.jasyncio.processor.weave;

import java.util.BitSet;
import java.util.List;
import java.util.ListIterator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Frame;

/** The stack map frames for the code that closes what a loop iterates. */
final class LoopFrames {

  private final AsyncMethod method;
  private final MethodNode body;
  private final AsyncLoop loop;
  private final List<TryCatchBlockNode> around;
  private final FrameTypes types;

  LoopFrames(AsyncMethod method, MethodNode body, AsyncLoop loop, List<TryCatchBlockNode> around) {
    this.method = method;
    this.body = body;
    this.loop = loop;
    this.around = around;
    this.types = FrameTypes.of(method.owner(), body);
  }

  /** Before the closing on a way out of the loop: what is known there, and the iterator. */
  FrameNode onTheWayTo(AbstractInsnNode next) {
    return node(types.before(next), null);
  }

  /** Before the closing after an exception, which lies on the stack alone. */
  FrameNode onFailure() {
    Frame<TypeValue> frame = new Frame<>(types.before(loop.header()));
    for (int local = 0; local < frame.getLocals(); local++) {
      boolean always = local <= method.machineLocal() && local >= method.executionLocal();
      if (!always && (local > 0 || method.isStatic())) {
        frame.setLocal(local, TypeValue.TOP);
      }
    }
    frame.clearStack();
    return node(frame, TypeValue.ofClass("java/lang/Throwable"));
  }

  /** A label for jumps to an instruction that could be reached from the one before it only. */
  LabelNode makeTarget(AbstractInsnNode insn) {
    boolean hasFrame = Instructions.frameBefore(insn);
    LabelNode target = new LabelNode();
    body.instructions.insertBefore(insn, target);
    if (!hasFrame) {
      Frame<TypeValue> frame = types.before(insn);
      body.instructions.insertBefore(insn, written(FrameShape.of(frame, all(frame), 0).node()));
    }
    return target;
  }

  /** The iterator must be there, and what the handlers of the tries around the loop expect. */
  private FrameNode node(Frame<TypeValue> before, TypeValue pushed) {
    Frame<TypeValue> frame = new Frame<>(before);
    addLocal(frame, loop.iterator(), types.before(loop.header()).getLocal(loop.iterator()));
    for (TryCatchBlockNode block : around) {
      Frame<TypeValue> handler = types.before(Instructions.next(block.handler));
      for (int local = 0; local < handler.getLocals(); local++) {
        addLocal(frame, local, handler.getLocal(local));
      }
    }
    FrameShape shape = FrameShape.of(frame, all(frame), 0);
    return written((pushed == null ? shape : shape.push(pushed)).node());
  }

  private static void addLocal(Frame<TypeValue> frame, int local, TypeValue value) {
    if (frame.getLocal(local).isTop()) {
      frame.setLocal(local, value);
    }
  }

  private static BitSet all(Frame<TypeValue> frame) {
    BitSet all = new BitSet();
    all.set(0, frame.getLocals());
    return all;
  }

  /** A class file names an object under construction by the place of its {@code new}. */
  private FrameNode written(FrameNode node) {
    writeNews(node.local);
    writeNews(node.stack);
    return node;
  }

  private void writeNews(List<Object> entries) {
    for (ListIterator<Object> at = entries.listIterator(); at.hasNext(); ) {
      if (at.next() instanceof AbstractInsnNode creation) {
        LabelNode label = new LabelNode();
        body.instructions.insertBefore(creation, label);
        at.set(label);
      }
    }
  }
}
