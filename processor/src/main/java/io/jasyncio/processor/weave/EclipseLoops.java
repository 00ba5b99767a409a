package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * {@link AsyncLoops} for what Eclipse's compiler writes: a loop tests at its end, and the call of
 * {@code iterator()} does not tell what is iterated. The loop gets the form that javac gives it.
 *
 * <pre>{@code
 *       source.iterator():Iterator                 source.iterator():Iterator
 *                                                  Suspension.loop(..):AsyncLoop
 *       astore i                                   astore i
 *       goto test                          header: aload i; hasNext; ifeq end
 * body: aload i; next; ...                   body: aload i; next; ...
 * test: aload i; hasNext; ifne body                goto header
 *                                             end:
 * }</pre>
 *
 * <p>Whether the source is asynchronous shows at run time: a step over another one never suspends.
 */
final class EclipseLoops {

  /** A loop in the code: the jump to its test, and the test. */
  private record Loop(JumpInsnNode entry, VarInsnNode test, AbstractInsnNode lastOfTest) {}

  private final MethodNode body;

  private EclipseLoops(MethodNode body) {
    this.body = body;
  }

  static void rewrite(MethodNode body) {
    List<MethodInsnNode> sources = new ArrayList<>();
    for (AbstractInsnNode insn : body.instructions) {
      if (isSource(insn)) {
        sources.add((MethodInsnNode) insn);
      }
    }
    EclipseLoops rewriting = new EclipseLoops(body);
    for (MethodInsnNode source : sources) {
      Loop loop = loopOver(source);
      if (loop != null) {
        rewriting.rewrite(loop);
      }
      rewriting.askAtRunTime(source);
    }
  }

  /** True for a call of {@code iterator()} whose loop gets another form. */
  static boolean isSource(AbstractInsnNode insn) {
    return mayBeAsync(insn) && (loopOver((MethodInsnNode) insn) != null || isLoopedOnce(insn));
  }

  /** A loop whose body always leaves it has no jump back, and the form that javac gives it. */
  private static boolean isLoopedOnce(AbstractInsnNode source) {
    return Instructions.next(source) instanceof VarInsnNode store
        && store.getOpcode() == Opcodes.ASTORE
        && Instructions.straightSuccessor(store) instanceof VarInsnNode load
        && load.var == store.var
        && Instructions.next(load) instanceof MethodInsnNode call
        && AsyncLoop.isHasNext(call)
        && Instructions.next(call).getOpcode() == Opcodes.IFEQ;
  }

  /** The JDK's own collections are not asynchronous; behind {@code Iterable} may be anything. */
  private static boolean mayBeAsync(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && call.name.equals("iterator")
        && call.desc.equals("()Ljava/util/Iterator;")
        && (!call.owner.startsWith("java/") || call.owner.equals("java/lang/Iterable"));
  }

  private static Loop loopOver(MethodInsnNode source) {
    return Instructions.next(source) instanceof VarInsnNode store
            && store.getOpcode() == Opcodes.ASTORE
            && Instructions.next(store) instanceof JumpInsnNode entry
            && entry.getOpcode() == Opcodes.GOTO
            && Instructions.next(entry.label) instanceof VarInsnNode test
            && test.getOpcode() == Opcodes.ALOAD
            && test.var == store.var
            && Instructions.next(test) instanceof MethodInsnNode call
            && AsyncLoop.isHasNext(call)
        ? loop(entry, test, Instructions.next(call))
        : null;
  }

  /** Where jumps are far, {@code ifne body} is {@code ifeq end; goto body; end:}. */
  private static Loop loop(JumpInsnNode entry, VarInsnNode test, AbstractInsnNode branch) {
    AbstractInsnNode body = Instructions.next(entry);
    if (branch.getOpcode() == Opcodes.IFNE && leadsTo(branch, body)) {
      return new Loop(entry, test, branch);
    }
    AbstractInsnNode far = Instructions.next(branch);
    return branch.getOpcode() == Opcodes.IFEQ
            && far.getOpcode() == Opcodes.GOTO
            && leadsTo(far, body)
        ? new Loop(entry, test, far)
        : null;
  }

  private static boolean leadsTo(AbstractInsnNode jump, AbstractInsnNode insn) {
    return Instructions.next(((JumpInsnNode) jump).label) == insn;
  }

  private void askAtRunTime(MethodInsnNode source) {
    body.instructions.insert(
        source,
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            Names.SUSPENSION_INTERNAL,
            "loop",
            "(Ljava/util/Iterator;)L" + Names.ASYNC_LOOP_INTERNAL + ";"));
  }

  private void rewrite(Loop loop) {
    FrameNode frame = frameAt(loop.test());
    LabelNode header = new LabelNode();
    LabelNode end = new LabelNode();
    for (AbstractInsnNode insn : body.instructions) {
      redirect(insn, loop.test(), header);
    }
    writeEnd(loop, end, frame);
    writeHeader(loop, header, end, frame);
    moveTestAway(loop, header, frame);
  }

  private static FrameNode frameAt(AbstractInsnNode insn) {
    AbstractInsnNode at = insn;
    while (!(at instanceof FrameNode frame)) {
      at = at.getPrevious();
    }
    return frame;
  }

  private static void redirect(AbstractInsnNode insn, AbstractInsnNode test, LabelNode header) {
    if (insn instanceof JumpInsnNode jump) {
      if (Instructions.next(jump.label) == test) {
        jump.label = header;
      }
    } else if (insn instanceof TableSwitchInsnNode table) {
      if (Instructions.next(table.dflt) == test) {
        table.dflt = header;
      }
      redirect(table.labels, test, header);
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      if (Instructions.next(lookup.dflt) == test) {
        lookup.dflt = header;
      }
      redirect(lookup.labels, test, header);
    }
  }

  private static void redirect(List<LabelNode> labels, AbstractInsnNode test, LabelNode header) {
    for (ListIterator<LabelNode> at = labels.listIterator(); at.hasNext(); ) {
      if (Instructions.next(at.next()) == test) {
        at.set(header);
      }
    }
  }

  private void writeEnd(Loop loop, LabelNode end, FrameNode frame) {
    InsnList code = new InsnList();
    code.add(end);
    if (!Instructions.frameBefore(Instructions.next(loop.lastOfTest()))) {
      code.add(copy(frame));
    }
    body.instructions.insert(loop.lastOfTest(), code);
  }

  private void writeHeader(Loop loop, LabelNode header, LabelNode end, FrameNode frame) {
    InsnList code = new InsnList();
    code.add(header);
    code.add(copy(frame));
    code.add(new VarInsnNode(Opcodes.ALOAD, loop.test().var));
    code.add(Instructions.next(loop.test()).clone(Map.of()));
    code.add(new JumpInsnNode(Opcodes.IFEQ, end));
    body.instructions.insert(loop.entry(), code);
    body.instructions.remove(loop.entry());
  }

  /** What comes to the test from above goes to the header, if anything does. */
  private void moveTestAway(Loop loop, LabelNode header, FrameNode frame) {
    AbstractInsnNode before = Instructions.previous(loop.test());
    body.instructions.remove(frame);
    if (!FrameTypes.endsBlock(before.getOpcode())) {
      body.instructions.insertBefore(loop.test(), new JumpInsnNode(Opcodes.GOTO, header));
    }
    for (AbstractInsnNode at = loop.test(), next; ; at = next) {
      next = Instructions.next(at);
      body.instructions.remove(at);
      if (at == loop.lastOfTest()) {
        return;
      }
    }
  }

  private static FrameNode copy(FrameNode frame) {
    return (FrameNode) frame.clone(Map.of());
  }
}
