package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Pass 10: writes the states into a body.
 *
 * <pre>{@code
 *           if (machine == null) goto start
 *           switch (Suspension.resume(machine)) { 0: start0, 1: resume1, ... }
 * start0:   restore the parameters; goto start
 * resume1:  restore locals and stack
 *           outcome = Suspension.resumed(execution) // throws inside the tries around the await
 *           goto after1
 *
 * start:    ...                                                    // the source's first line
 *           outcome = Suspension.begin(awaited, execution)         // or a direct call
 *           if (outcome != SUSPENDED) goto after1
 *           if (machine == null) machine = new Machine(this)
 *           spill stack and locals; Suspension.suspend(machine, 1, execution); return SUSPENDED
 * after1:   ...
 * handler:  Suspension.caught(execution)                   // of each try around an await
 *           ...
 * }</pre>
 *
 * <p>To a debugger, code belongs to the line that was named last before it. So resuming stands
 * before the first line and has none: who steps into an async method arrives at its first line. And
 * suspending stands in the line of its await: who steps over an await that suspends leaves the
 * method, and is not shown whatever line the end of the method belongs to.
 */
final class StateWriter {

  private final AsyncMethod method;
  private final MethodNode body;
  private final SpillPlan plan;
  private final InsnList resuming = new InsnList();
  private final Object[] entryLocals;

  private StateWriter(AsyncMethod method, MethodNode body, SpillPlan plan) {
    this.method = method;
    this.body = body;
    this.plan = plan;
    this.entryLocals = BodyShell.initialLocals(method);
  }

  static void write(AsyncMethod method, MethodNode body, SpillPlan plan) {
    new StateWriter(method, body, plan).write();
  }

  private void write() {
    if (plan.points().isEmpty() && plan.start().isEmpty()) {
      return;
    }
    LabelNode start = new LabelNode();
    List<LabelNode> resumes = new ArrayList<>();
    InsnList states = new InsnList();
    resumes.add(writeStart(start, states));
    for (SuspensionPoint point : plan.points()) {
      resumes.add(writePoint(point, states));
    }
    writeHandlers();
    writeDispatch(resumes);
    resuming.add(states);
    writeEntry(start);
    // The deepest new stack: a two-slot value, the machine above it twice, and what lies below.
    body.maxStack += 4;
  }

  private void writeEntry(LabelNode start) {
    InsnList entry = new InsnList();
    entry.add(new VarInsnNode(Opcodes.ALOAD, method.machineLocal()));
    entry.add(new JumpInsnNode(Opcodes.IFNULL, start));
    entry.add(resuming);
    entry.add(start);
    entry.add(entryFrame());
    if (startsWithFrame()) {
      entry.add(new InsnNode(Opcodes.NOP));
    }
    body.instructions.insert(entry);
  }

  private boolean startsWithFrame() {
    return nextIsFrame(body.instructions.getFirst());
  }

  /** Two frames cannot stand at one place; a {@code nop} keeps them apart. */
  private static boolean nextIsFrame(AbstractInsnNode insn) {
    while (insn != null && insn.getOpcode() < 0) {
      if (insn instanceof FrameNode) {
        return true;
      }
      insn = insn.getNext();
    }
    return false;
  }

  private void writeDispatch(List<LabelNode> resumes) {
    LabelNode unknown = new LabelNode();
    resuming.add(new VarInsnNode(Opcodes.ALOAD, method.machineLocal()));
    resuming.add(call("resume", Type.INT_TYPE, Types.STATE_MACHINE));
    resuming.add(
        new TableSwitchInsnNode(0, resumes.size() - 1, unknown, resumes.toArray(LabelNode[]::new)));
    resuming.add(unknown);
    resuming.add(entryFrame());
    resuming.add(new VarInsnNode(Opcodes.ALOAD, method.machineLocal()));
    resuming.add(call("unknownState", Types.ILLEGAL_STATE, Types.STATE_MACHINE));
    resuming.add(new InsnNode(Opcodes.ATHROW));
  }

  private LabelNode writeStart(LabelNode start, InsnList states) {
    LabelNode label = new LabelNode();
    states.add(label);
    states.add(entryFrame());
    plan.start().forEach(spill -> restore(spill, states));
    states.add(new JumpInsnNode(Opcodes.GOTO, start));
    return label;
  }

  private LabelNode writePoint(SuspensionPoint point, InsnList states) {
    LabelNode after = new LabelNode();
    writeAwait(point, after);
    return writeResume(point, after, states);
  }

  /** The line of an await is rewritten in place, so that it keeps its line and its tries. */
  private void writeAwait(SuspensionPoint point, LabelNode after) {
    InsnList code = new InsnList();
    if (Instructions.isEmit(point.await())) {
      code.add(new VarInsnNode(Opcodes.ALOAD, method.machineLocal()));
      code.add(call("emit", Type.VOID_TYPE, Types.OBJECT, Types.GENERATOR_MACHINE));
      writeSpills(point, code);
      writeLeave(point, code);
    } else {
      writeOutcome(point, after, code);
      writeSuspend(point, code);
    }
    code.add(after);
    code.add(point.frame().push(TypeValue.of(point.outcome())).node());
    if (nextIsFrame(point.await().getNext())) {
      code.add(new InsnNode(Opcodes.NOP));
    }
    body.instructions.insertBefore(point.await(), code);
    body.instructions.remove(point.await());
  }

  /** Asks for what the body waits for: it goes on at {@code after} if that is there already. */
  private void writeOutcome(SuspensionPoint point, LabelNode after, InsnList code) {
    if (point.direct() != null) {
      writeDirectCall(point, code);
    } else {
      code.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
      String ask = Instructions.isEmitAll(point.await()) ? "emitAll" : "begin";
      code.add(call(ask, Types.OBJECT, Types.OBJECT, Types.EXECUTION));
    }
    if (isPrimitive(point.outcome())) {
      code.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
      code.add(call("isSuspended", Type.BOOLEAN_TYPE, Types.EXECUTION));
      code.add(new JumpInsnNode(Opcodes.IFEQ, after));
    } else {
      code.add(new InsnNode(Opcodes.DUP));
      code.add(suspended());
      code.add(new JumpInsnNode(Opcodes.IF_ACMPNE, after));
    }
  }

  private void writeDirectCall(SuspensionPoint point, InsnList code) {
    DirectCall direct = point.direct();
    body.instructions.remove(direct.call());
    direct.unboxing().forEach(body.instructions::remove);
    if (direct.kind() == DirectCall.Kind.ENTRY) {
      writeChoice(point, code);
      return;
    }
    code.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
    if (direct.kind() == DirectCall.Kind.BODY) {
      code.add(new InsnNode(Opcodes.ACONST_NULL));
    }
    code.add(direct.target());
    if (direct.isUnboxed() && direct.unboxing().isEmpty()) {
      code.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
      code.add(call("boxed", Types.OBJECT, direct.result(), Types.EXECUTION));
    }
  }

  /**
   * {@code Suspension.direct() ? page.size$direct(execution) : begin(page.size(), execution)}. The
   * caller asks, and not the entry, because a mock's entry is a mock as well.
   */
  private void writeChoice(SuspensionPoint point, InsnList code) {
    DirectCall direct = point.direct();
    LabelNode indirect = new LabelNode();
    LabelNode join = new LabelNode();
    code.add(call("direct", Type.BOOLEAN_TYPE));
    code.add(new JumpInsnNode(Opcodes.IFEQ, indirect));
    code.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
    code.add(direct.target());
    code.add(new JumpInsnNode(Opcodes.GOTO, join));
    code.add(indirect);
    code.add(point.atCall().node());
    code.add(direct.call());
    code.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
    code.add(call("begin", Types.OBJECT, Types.OBJECT, Types.EXECUTION));
    if (direct.isUnboxed()) {
      code.add(call(direct.result().getClassName() + "Of", direct.result(), Types.OBJECT));
    }
    code.add(join);
    code.add(point.frame().push(TypeValue.of(direct.result())).node());
  }

  private void writeSuspend(SuspensionPoint point, InsnList states) {
    LabelNode hasMachine = new LabelNode();
    states.add(new InsnNode(point.outcome().getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
    states.add(new VarInsnNode(Opcodes.ALOAD, method.machineLocal()));
    states.add(new JumpInsnNode(Opcodes.IFNONNULL, hasMachine));
    if (method.isFramelessAtItsEnd() && point.isAtTheEnd()) {
      states.add(suspended());
      states.add(new InsnNode(Opcodes.ARETURN));
    } else {
      states.add(newMachine());
      states.add(new VarInsnNode(Opcodes.ASTORE, method.machineLocal()));
    }
    states.add(hasMachine);
    states.add(point.frame().node());
    writeSpills(point, states);
    writeLeave(point, states);
  }

  private void writeSpills(SuspensionPoint point, InsnList code) {
    for (int i = point.spills().size() - 1; i >= 0; i--) {
      spill(point.spills().get(i), code);
    }
  }

  /** An async generator's emit puts this body to sleep, and not the execution. */
  private void writeLeave(SuspensionPoint point, InsnList code) {
    code.add(new VarInsnNode(Opcodes.ALOAD, method.machineLocal()));
    code.add(pushInt(point.state()));
    if (method.kind() == AsyncKind.ASYNC_GENERATOR && Instructions.isEmit(point.await())) {
      code.add(call("sleepAtEmit", Type.VOID_TYPE, Types.GENERATOR_MACHINE, Type.INT_TYPE));
      code.add(sentinel("EMITTED"));
    } else {
      code.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
      code.add(
          call("suspend", Type.VOID_TYPE, Types.STATE_MACHINE, Type.INT_TYPE, Types.EXECUTION));
      code.add(method.isUnboxed() ? new InsnNode(Instructions.zero(method.result())) : suspended());
    }
    code.add(new InsnNode(method.result().getOpcode(Opcodes.IRETURN)));
  }

  private LabelNode writeResume(SuspensionPoint point, LabelNode after, InsnList states) {
    LabelNode resume = new LabelNode();
    states.add(resume);
    states.add(entryFrame());
    point.spills().forEach(spill -> restore(spill, states));
    LabelNode throwing = new LabelNode();
    LabelNode thrown = new LabelNode();
    states.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
    states.add(throwing);
    states.add(call("resumed", Types.OBJECT, Types.EXECUTION));
    if (isPrimitive(point.outcome())) {
      // Throws for a null.
      Boxing.of(point.outcome()).unboxing().forEach(states::add);
    }
    states.add(thrown);
    states.add(new JumpInsnNode(Opcodes.GOTO, after));
    coverLikeAwait(point, throwing, thrown);
    return resume;
  }

  /** A failure is thrown inside the tries that enclose the await, innermost first. */
  private void coverLikeAwait(SuspensionPoint point, LabelNode from, LabelNode to) {
    point
        .handlers()
        .forEach(
            block ->
                body.tryCatchBlocks.add(
                    new TryCatchBlockNode(from, to, block.handler, block.type)));
  }

  /** Whatever catches a failed suspension forgets it first. */
  private void writeHandlers() {
    Set<LabelNode> handlers = new LinkedHashSet<>();
    for (SuspensionPoint point : plan.points()) {
      point.handlers().forEach(block -> handlers.add(block.handler));
    }
    for (LabelNode handler : handlers) {
      AbstractInsnNode frame = handler;
      while (!(frame instanceof FrameNode)) {
        frame = frame.getNext();
      }
      InsnList caught = new InsnList();
      caught.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
      caught.add(call("caught", Type.VOID_TYPE, Types.EXECUTION));
      body.instructions.insert(frame, caught);
    }
  }

  private void spill(SuspensionPoint.Spill spill, InsnList code) {
    if (spill.field() == null) {
      if (spill.onStack()) {
        code.add(new InsnNode(Opcodes.POP));
      }
      return;
    }
    code.add(new VarInsnNode(Opcodes.ALOAD, method.machineLocal()));
    if (!spill.onStack()) {
      code.add(new VarInsnNode(spill.field().type().getOpcode(Opcodes.ILOAD), spill.place()));
    } else if (spill.value().getSize() == 1) {
      code.add(new InsnNode(Opcodes.SWAP));
    } else {
      code.add(new InsnNode(Opcodes.DUP_X2));
      code.add(new InsnNode(Opcodes.POP));
    }
    code.add(field(Opcodes.PUTFIELD, spill.field()));
  }

  private void restore(SuspensionPoint.Spill spill, InsnList code) {
    SpillField field = spill.field();
    if (field == null) {
      code.add(new InsnNode(Opcodes.ACONST_NULL));
    } else {
      code.add(new VarInsnNode(Opcodes.ALOAD, method.machineLocal()));
      code.add(field(Opcodes.GETFIELD, field));
    }
    if (!spill.onStack()) {
      int store = field == null ? Opcodes.ASTORE : field.type().getOpcode(Opcodes.ISTORE);
      code.add(new VarInsnNode(store, spill.place()));
    }
    if (field != null && field.isReference()) {
      code.add(new VarInsnNode(Opcodes.ALOAD, method.machineLocal()));
      code.add(new InsnNode(Opcodes.ACONST_NULL));
      code.add(field(Opcodes.PUTFIELD, field));
    }
  }

  private InsnList newMachine() {
    InsnList code = new InsnList();
    code.add(new TypeInsnNode(Opcodes.NEW, method.machine()));
    code.add(new InsnNode(Opcodes.DUP));
    if (!method.isStatic()) {
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    }
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKESPECIAL,
            method.machine(),
            "<init>",
            MachineWriter.frameConstructor(method)));
    return code;
  }

  private FieldInsnNode field(int opcode, SpillField field) {
    return new FieldInsnNode(opcode, method.machine(), field.name(), field.type().getDescriptor());
  }

  private FrameNode entryFrame() {
    return new FrameNode(Opcodes.F_NEW, entryLocals.length, entryLocals, 0, new Object[0]);
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static FieldInsnNode suspended() {
    return sentinel("SUSPENDED");
  }

  private static FieldInsnNode sentinel(String name) {
    return new FieldInsnNode(
        Opcodes.GETSTATIC, Names.SUSPENSION_INTERNAL, name, Types.OBJECT.getDescriptor());
  }

  private static MethodInsnNode call(String name, Type result, Type... arguments) {
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC,
        Names.SUSPENSION_INTERNAL,
        name,
        Type.getMethodDescriptor(result, arguments));
  }

  private static AbstractInsnNode pushInt(int value) {
    if (value <= 5) {
      return new InsnNode(Opcodes.ICONST_0 + value);
    }
    return new IntInsnNode(value <= Byte.MAX_VALUE ? Opcodes.BIPUSH : Opcodes.SIPUSH, value);
  }
}
