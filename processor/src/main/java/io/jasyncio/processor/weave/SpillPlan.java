package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Pass 8: finds the suspension points of a body and decides what each keeps and where.
 *
 * @param points the suspension points in code order
 * @param start what the kickoff stores: the parameters
 * @param fields the machine's fields but for the receiver
 * @param firstLine the source line of the body's first statement, or -1
 */
record SpillPlan(
    List<SuspensionPoint> points,
    List<SuspensionPoint.Spill> start,
    List<SpillField> fields,
    int firstLine) {

  /**
   * Makes the plan.
   *
   * @param calls finds the calls that need no machine
   */
  static SpillPlan of(AsyncMethod method, MethodNode body, Liveness liveness, DirectCalls calls) {
    FrameTypes types = FrameTypes.of(method.owner(), body);
    SpillFields fields = new SpillFields(method);
    List<SuspensionPoint> points = new ArrayList<>();
    for (AbstractInsnNode insn : body.instructions) {
      Frame<TypeValue> before = Instructions.maySuspend(insn) ? types.before(insn) : null;
      if (before != null) {
        fields.nextPoint();
        points.add(
            point(
                method,
                points.size() + 1,
                insn,
                types,
                liveness.across(insn),
                fields,
                calls,
                handlersAround(insn, body)));
      }
    }
    return new SpillPlan(points, start(method, fields), fields.all(), Instructions.firstLine(body));
  }

  private static SuspensionPoint point(
      AsyncMethod method,
      int state,
      AbstractInsnNode await,
      FrameTypes types,
      BitSet live,
      SpillFields fields,
      DirectCalls calls,
      List<TryCatchBlockNode> handlers) {
    live.set(method.executionLocal());
    live.set(method.machineLocal());
    if (!method.isStatic()) {
      live.set(0);
    }
    FrameShape frame = FrameShape.of(types.before(await), live, 1);
    DirectCall direct = calls.before(await);
    List<SuspensionPoint.Spill> spills = new ArrayList<>();
    for (int local = method.isStatic() ? 0 : 1; local < frame.locals().size(); local++) {
      TypeValue value = frame.locals().get(local);
      if (local < method.executionLocal() || local > method.machineLocal()) {
        addSpill(spills, local, false, value, fields);
      }
    }
    for (int entry = 0; entry < frame.stack().size(); entry++) {
      addSpill(spills, entry, true, frame.stack().get(entry), fields);
    }
    return new SuspensionPoint(
        state,
        (MethodInsnNode) await,
        Instructions.lineOf(await),
        frame,
        direct,
        direct == null ? null : FrameShape.of(types.before(direct.call()), live, 0),
        List.copyOf(spills),
        handlers);
  }

  private static List<TryCatchBlockNode> handlersAround(AbstractInsnNode insn, MethodNode body) {
    int index = body.instructions.indexOf(insn);
    return body.tryCatchBlocks.stream()
        .filter(
            block ->
                body.instructions.indexOf(block.start) < index
                    && index < body.instructions.indexOf(block.end))
        .toList();
  }

  private static void addSpill(
      List<SuspensionPoint.Spill> spills,
      int place,
      boolean onStack,
      TypeValue value,
      SpillFields fields) {
    if (value.isTop()) {
      return;
    }
    SpillField field = value.isNull() ? null : fields.take(value, onStack ? -1 : place);
    spills.add(new SuspensionPoint.Spill(place, onStack, value, field));
  }

  private static List<SuspensionPoint.Spill> start(AsyncMethod method, SpillFields fields) {
    List<SuspensionPoint.Spill> start = new ArrayList<>();
    for (AsyncMethod.Parameter parameter : method.parameters()) {
      Type type = parameter.type();
      start.add(
          new SuspensionPoint.Spill(
              parameter.local(), false, TypeValue.of(type), fields.ofParameter(parameter.local())));
    }
    return start;
  }
}
