package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Leads every way out of a loop, but for its regular end, over the closing of what it iterates.
 *
 * <p>The new code stands behind the method's. It runs where the loop statement stands: after the
 * {@code finally} blocks inside the loop and before those around it, and what it throws is caught
 * by the tries around the loop and by no other.
 *
 * <p>javac has put copies of {@code finally} blocks between the place of a {@code return} or {@code
 * break} and its jump. Those of the tries around the loop stand inside the loop's code, but no
 * longer inside the loop, as their tries do not cover them: {@link LoopRegion} knows.
 */
final class LoopExits {

  private final MethodNode body;
  private final AsyncLoop loop;
  private final LoopRegion region;
  private final LoopFrames frames;
  private final Map<LabelNode, LabelNode> closings = new HashMap<>();
  private final InsnList added = new InsnList();

  /** The tries that cover what is added. */
  private final List<TryCatchBlockNode> covers = new ArrayList<>();

  private LoopExits(AsyncMethod method, MethodNode body, AsyncLoop loop) {
    this.body = body;
    this.loop = loop;
    this.region = LoopRegion.of(body, loop);
    this.frames = new LoopFrames(method, body, loop, region.around());
  }

  static void close(AsyncMethod method, MethodNode body, AsyncLoop loop) {
    new LoopExits(method, body, loop).close();
  }

  private void close() {
    // The region is asked before anything changes.
    List<TryCatchBlockNode> closeOnFailure = region.coveredBy(writeFailure());
    for (AbstractInsnNode insn : region.inside()) {
      redirect(insn);
    }
    body.instructions.add(added);
    body.tryCatchBlocks.addAll(region.placeOfHandler(), closeOnFailure);
    body.tryCatchBlocks.addAll(covers);
    // An exception, and above it what the closing is called with.
    body.maxStack += 3;
  }

  private void redirect(AbstractInsnNode insn) {
    if (insn instanceof JumpInsnNode jump) {
      if (jump != loop.exit()) {
        jump.label = exit(jump.label);
      }
    } else if (insn instanceof TableSwitchInsnNode table) {
      table.dflt = exit(table.dflt);
      redirect(table.labels);
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      lookup.dflt = exit(lookup.dflt);
      redirect(lookup.labels);
    } else if (insn.getOpcode() == Opcodes.ARETURN) {
      LabelNode closing = new LabelNode();
      writeClosing(closing, insn, new InsnNode(Opcodes.ARETURN));
      body.instructions.set(insn, new JumpInsnNode(Opcodes.GOTO, closing));
      return;
    }
    AbstractInsnNode next = Instructions.next(insn);
    if (!FrameTypes.endsBlock(insn.getOpcode()) && !region.isInside(next)) {
      LabelNode target = frames.makeTarget(next);
      body.instructions.insert(insn, new JumpInsnNode(Opcodes.GOTO, closing(target, next)));
    }
  }

  private void redirect(List<LabelNode> labels) {
    for (ListIterator<LabelNode> at = labels.listIterator(); at.hasNext(); ) {
      at.set(exit(at.next()));
    }
  }

  /** Where to jump instead of to a label. */
  private LabelNode exit(LabelNode target) {
    AbstractInsnNode insn = Instructions.next(target);
    return region.isInside(insn) ? target : closing(target, insn);
  }

  private LabelNode closing(LabelNode target, AbstractInsnNode insn) {
    return closings.computeIfAbsent(
        target,
        key -> {
          LabelNode closing = new LabelNode();
          writeClosing(closing, insn, new JumpInsnNode(Opcodes.GOTO, target));
          return closing;
        });
  }

  /** {@code await(leaveLoop(i, null))}, and on as before with the types before {@code next}. */
  private void writeClosing(LabelNode label, AbstractInsnNode next, AbstractInsnNode leave) {
    LabelNode from = begin(label);
    added.add(frames.onTheWayTo(next));
    added.add(new VarInsnNode(Opcodes.ALOAD, loop.iterator()));
    added.add(new InsnNode(Opcodes.ACONST_NULL));
    writeAwait();
    coverFrom(from);
    added.add(leave);
  }

  /** {@code catch (Throwable t) { await(leaveLoop(i, t)); throw t; }}. */
  private LabelNode writeFailure() {
    LabelNode handler = new LabelNode();
    LabelNode from = begin(handler);
    added.add(frames.onFailure());
    added.add(new InsnNode(Opcodes.DUP));
    added.add(new VarInsnNode(Opcodes.ALOAD, loop.iterator()));
    added.add(new InsnNode(Opcodes.SWAP));
    writeAwait();
    added.add(new InsnNode(Opcodes.ATHROW));
    coverFrom(from);
    return handler;
  }

  /** All of it stands in the line of the loop. */
  private LabelNode begin(LabelNode label) {
    added.add(label);
    int lineOfLoop = Instructions.lineOf(loop.header());
    if (lineOfLoop >= 0) {
      added.add(new LineNumberNode(lineOfLoop, label));
    }
    return label;
  }

  private void writeAwait() {
    added.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            Names.SUSPENSION_INTERNAL,
            "leaveLoop",
            "(Ljava/lang/Object;Ljava/lang/Throwable;)Ljava/lang/Object;"));
    added.add(Instructions.awaitCall());
    added.add(new InsnNode(Opcodes.POP));
  }

  private void coverFrom(LabelNode from) {
    LabelNode to = new LabelNode();
    added.add(to);
    for (TryCatchBlockNode block : region.around()) {
      covers.add(new TryCatchBlockNode(from, to, block.handler, block.type));
    }
  }
}
