package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which local variables may still be read, before each instruction: the classic backward data flow.
 *
 * <p>A handler may be entered from every instruction that it covers, so what is live in the handler
 * is live before each of them:
 *
 * <pre>{@code
 * int tries = 0;                       // live-in below: tries
 * try { await(connect()); }            //   because the handler reads it
 * catch (IOException e) { tries++; }
 * }</pre>
 */
final class Liveness {

  private final InsnList code;
  private final BitSet[] liveIn;
  private final List<List<Integer>> successors = new ArrayList<>();
  private final List<List<Integer>> handlers = new ArrayList<>();

  private final BitSet[] named;

  private Liveness(MethodNode method, KeptVariables kept) {
    this.code = method.instructions;
    this.named = kept == KeptVariables.IN_SCOPE ? named(method) : new BitSet[0];
    this.liveIn = new BitSet[code.size()];
    for (int i = 0; i < code.size(); i++) {
      liveIn[i] = new BitSet(method.maxLocals);
      successors.add(successorsOf(i));
      handlers.add(new ArrayList<>(0));
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      int end = code.indexOf(block.end);
      for (int i = code.indexOf(block.start); i < end; i++) {
        handlers.get(i).add(code.indexOf(block.handler));
      }
    }
    solve();
  }

  static Liveness of(MethodNode method) {
    return new Liveness(method, KeptVariables.LIVE);
  }

  /** Takes variables that are in scope for live ones, if they are to be kept. */
  static Liveness of(MethodNode method, KeptVariables kept) {
    return new Liveness(method, kept);
  }

  /** The instructions that may be executed after this one, handlers included. */
  List<AbstractInsnNode> next(AbstractInsnNode insn) {
    int i = code.indexOf(insn);
    return Stream.concat(successors.get(i).stream(), handlers.get(i).stream())
        .map(code::get)
        .toList();
  }

  /** The locals that have names, for each instruction. */
  private static BitSet[] named(MethodNode method) {
    InsnList code = method.instructions;
    BitSet[] named = new BitSet[code.size()];
    for (int i = 0; i < named.length; i++) {
      named[i] = new BitSet(method.maxLocals);
    }
    if (method.localVariables != null) {
      for (LocalVariableNode variable : method.localVariables) {
        int end = code.indexOf(variable.end);
        for (int i = code.indexOf(variable.start); i < end; i++) {
          named[i].set(variable.index);
        }
      }
    }
    return named;
  }

  /** The locals that may be read from this instruction on, before they are written. */
  BitSet before(AbstractInsnNode insn) {
    return liveIn[code.indexOf(insn)];
  }

  /**
   * The locals that may be read once this instruction has been executed, or when it throws. They
   * are what a suspension there must keep.
   */
  BitSet across(AbstractInsnNode insn) {
    return liveOut(code.indexOf(insn));
  }

  private void solve() {
    // Almost every edge of straight-line code goes one instruction on, so that going backwards
    // settles a method in as many rounds as loops are nested in it, and one to see it.
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = liveIn.length - 1; i >= 0; i--) {
        BitSet live = liveOut(i);
        transfer(code.get(i), live);
        addHandlers(i, live);
        if (named.length > 0) {
          live.or(named[i]);
        }
        if (!live.equals(liveIn[i])) {
          liveIn[i] = live;
          changed = true;
        }
      }
    }
  }

  private BitSet liveOut(int i) {
    BitSet live = new BitSet();
    successors.get(i).forEach(next -> live.or(liveIn[next]));
    addHandlers(i, live);
    return live;
  }

  private void addHandlers(int i, BitSet live) {
    handlers.get(i).forEach(handler -> live.or(liveIn[handler]));
  }

  private static void transfer(AbstractInsnNode insn, BitSet live) {
    if (insn instanceof VarInsnNode access) {
      switch (access.getOpcode()) {
        case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE -> live.clear(access.var);
        case Opcodes.LSTORE, Opcodes.DSTORE -> live.clear(access.var, access.var + 2);
        default -> live.set(access.var);
      }
    } else if (insn instanceof IincInsnNode increment) {
      live.set(increment.var);
    }
  }

  private List<Integer> successorsOf(int i) {
    AbstractInsnNode insn = code.get(i);
    List<Integer> next = new ArrayList<>(1);
    if (insn instanceof JumpInsnNode jump) {
      next.add(code.indexOf(jump.label));
    } else if (insn instanceof TableSwitchInsnNode table) {
      addAll(next, table.dflt, table.labels);
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      addAll(next, lookup.dflt, lookup.labels);
    }
    if (!FrameTypes.endsBlock(insn.getOpcode()) && i + 1 < code.size()) {
      next.add(i + 1);
    }
    return next;
  }

  private void addAll(List<Integer> next, LabelNode fallback, List<LabelNode> labels) {
    next.add(code.indexOf(fallback));
    labels.forEach(label -> next.add(code.indexOf(label)));
  }
}
