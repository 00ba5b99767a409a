package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Pass 7: an object is made after its constructor's arguments where one of them awaits.
 *
 * <p>An object whose constructor has not run cannot be stored in a field, so it cannot live across
 * a suspension. Its place on the stack becomes a hole that is filled when the arguments are there:
 *
 * <pre>{@code
 * new A                 new A; pop            (A is initialised where Java initialises it)
 * dup
 * ..await..             ..await..
 * invokespecial <init>  store arguments; new A; dup; load arguments; invokespecial <init>
 * }</pre>
 */
final class DelayedNews {

  private final AsyncMethod method;
  private final MethodNode body;
  private final FrameTypes types;
  private final Set<AbstractInsnNode> delayed;
  private final int firstFreeLocal;

  /** What is live after each constructor call, known before the code changes. */
  private final Map<AbstractInsnNode, BitSet> liveAfterInit = new HashMap<>();

  private DelayedNews(
      AsyncMethod method, MethodNode body, FrameTypes types, Set<AbstractInsnNode> delayed) {
    this.method = method;
    this.body = body;
    this.types = types;
    this.delayed = delayed;
    this.firstFreeLocal = body.maxLocals;
  }

  static void delay(AsyncMethod method, MethodNode body) {
    FrameTypes types = FrameTypes.of(method.owner(), body);
    Set<AbstractInsnNode> delayed = aliveAtAwaits(body, types);
    if (!delayed.isEmpty()) {
      new DelayedNews(method, body, types, delayed).rewrite();
    }
  }

  private static Set<AbstractInsnNode> aliveAtAwaits(MethodNode body, FrameTypes types) {
    Set<AbstractInsnNode> alive = new HashSet<>();
    for (AbstractInsnNode insn : body.instructions) {
      Frame<TypeValue> before = Instructions.maySuspend(insn) ? types.before(insn) : null;
      if (before != null) {
        values(before).stream()
            .filter(value -> value.type() instanceof AbstractInsnNode)
            .forEach(value -> alive.add((AbstractInsnNode) value.type()));
      }
    }
    return alive;
  }

  private static List<TypeValue> values(Frame<TypeValue> frame) {
    List<TypeValue> values = new ArrayList<>();
    for (int local = 0; local < frame.getLocals(); local++) {
      values.add(frame.getLocal(local));
    }
    for (int entry = 0; entry < frame.getStackSize(); entry++) {
      values.add(frame.getStack(entry));
    }
    return values;
  }

  private boolean isHole(TypeValue value) {
    return value.type() instanceof AbstractInsnNode insn && delayed.contains(insn);
  }

  private void rewrite() {
    AbstractInsnNode[] code = body.instructions.toArray();
    Liveness liveness = Liveness.of(body);
    List<Frame<TypeValue>> before = new ArrayList<>(code.length);
    for (AbstractInsnNode insn : code) {
      before.add(types.before(insn));
      if (insn.getOpcode() == Opcodes.INVOKESPECIAL) {
        liveAfterInit.put(insn, liveness.across(insn));
      }
    }
    for (int i = 0; i < code.length; i++) {
      if (code[i] instanceof FrameNode frame) {
        punchHoles(frame);
      } else if (before.get(i) != null && code[i].getOpcode() >= 0) {
        rewrite(code[i], before.get(i));
      }
    }
  }

  private void punchHoles(FrameNode frame) {
    frame.stack = new ArrayList<>(frame.stack);
    frame.stack.removeIf(this::isHoleEntry);
    frame.local = new ArrayList<>(frame.local);
    frame.local.replaceAll(entry -> isHoleEntry(entry) ? Opcodes.TOP : entry);
  }

  private boolean isHoleEntry(Object entry) {
    return entry instanceof LabelNode label && delayed.contains(FrameTypes.newAt(label));
  }

  private void rewrite(AbstractInsnNode insn, Frame<TypeValue> before) {
    if (delayed.contains(insn)) {
      body.instructions.insert(insn, new InsnNode(Opcodes.POP));
      return;
    }
    TypeValue constructed = FrameTypes.constructed(insn, before);
    if (constructed != null) {
      if (isHole(constructed)) {
        body.instructions.insertBefore(insn, construction((MethodInsnNode) insn, before));
        body.instructions.remove(insn);
      }
      return;
    }
    switch (insn.getOpcode()) {
      case Opcodes.DUP, Opcodes.POP, Opcodes.ASTORE -> removeIfHole(insn, top(before, 0));
      case Opcodes.ALOAD -> removeIfHole(insn, before.getLocal(((VarInsnNode) insn).var));
      case Opcodes.SWAP, Opcodes.DUP2, Opcodes.POP2, Opcodes.DUP_X1 -> refuseHoles(insn, before, 2);
      case Opcodes.DUP2_X1, Opcodes.DUP_X2 -> refuseHoles(insn, before, 3);
      case Opcodes.DUP2_X2 -> refuseHoles(insn, before, 4);
      default -> {}
    }
  }

  private static TypeValue top(Frame<TypeValue> frame, int below) {
    return frame.getStack(frame.getStackSize() - 1 - below);
  }

  private void removeIfHole(AbstractInsnNode insn, TypeValue value) {
    if (isHole(value)) {
      body.instructions.remove(insn);
    }
  }

  private void refuseHoles(AbstractInsnNode insn, Frame<TypeValue> before, int words) {
    int reached = 0;
    for (int below = 0; reached < words && below < before.getStackSize(); below++) {
      refuseHole(insn, top(before, below));
      reached += top(before, below).getSize();
    }
  }

  /**
   * javac and ecj write {@code new; dup} (ecj drops the dup of an unused object). javac also moves
   * both to locals and back while a {@code try} runs inside a switch expression among the
   * arguments. Nothing else is known to happen.
   */
  private void refuseHole(AbstractInsnNode insn, TypeValue value) {
    if (isHole(value)) {
      throw refusal(insn);
    }
  }

  private WeavingException refusal(AbstractInsnNode insn) {
    return new WeavingException(
        "WeavingFailed",
        method.displayName(),
        Instructions.lineOf(insn),
        "an object under construction is moved on the stack in a way no known compiler does");
  }

  /** Makes the object where its hole is on top but for the arguments. */
  private InsnList construction(MethodInsnNode init, Frame<TypeValue> before) {
    int receiver = before.getStackSize() - 1 - Type.getArgumentTypes(init.desc).length;
    TypeValue object = before.getStack(receiver);
    boolean used = false;
    for (int entry = 0; entry < receiver; entry++) {
      if (before.getStack(entry).equals(object)) {
        if (entry != receiver - 1) {
          throw refusal(init);
        }
        used = true;
      }
    }
    if (isReadLaterFromLocal(object, init, before)) {
      throw refusal(init);
    }
    InsnList code = new InsnList();
    InsnList arguments = parkArguments(code, before, receiver + 1);
    code.add(new TypeInsnNode(Opcodes.NEW, init.owner));
    if (used) {
      code.add(new InsnNode(Opcodes.DUP));
    }
    code.add(arguments);
    code.add(init.clone(null));
    return code;
  }

  private boolean isReadLaterFromLocal(
      TypeValue object, MethodInsnNode init, Frame<TypeValue> before) {
    return liveAfterInit.get(init).stream()
        .anyMatch(local -> before.getLocal(local).equals(object));
  }

  /** Moves the arguments into locals beyond the method's own; the answer loads them again. */
  private InsnList parkArguments(InsnList code, Frame<TypeValue> before, int first) {
    InsnList loads = new InsnList();
    int local = firstFreeLocal;
    for (int entry = before.getStackSize() - 1; entry >= first; entry--) {
      TypeValue value = before.getStack(entry);
      if (value.isUninitialized()) {
        throw new IllegalStateException("an argument's constructor has not run");
      } else if (value.isNull()) {
        code.add(new InsnNode(Opcodes.POP));
        loads.insert(new InsnNode(Opcodes.ACONST_NULL));
      } else {
        code.add(new VarInsnNode(value.fieldType().getOpcode(Opcodes.ISTORE), local));
        loads.insert(new VarInsnNode(value.fieldType().getOpcode(Opcodes.ILOAD), local));
        local += value.getSize();
      }
    }
    body.maxLocals = Math.max(body.maxLocals, local);
    return loads;
  }
}
