package io.jasyncio.processor.weave;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The states of an async method and the ways between them, for people to read.
 *
 * @param method class and method
 * @param machine the simple name of its state-machine class
 * @param states from the beginning, which is 0
 */
public record StateGraph(String method, String machine, List<State> states) {

  /** What {@link State#next} says of a way that ends the method. */
  public static final int END = -1;

  /**
   * A place where the method begins or goes on.
   *
   * @param number as the machine counts
   * @param line the source line, or -1
   * @param awaited what is waited for there; empty for the beginning
   * @param kept the variables, or where there is none the fields, with what the method needs
   * @param next the states that it may come to next, {@link #END} first
   */
  public record State(
      int number, int line, String awaited, List<String> kept, List<Integer> next) {}

  static StateGraph of(AsyncMethod method, MethodNode body, Liveness flow, SpillPlan plan) {
    Finder finder = new Finder(body, flow, plan);
    List<State> states = new ArrayList<>();
    states.add(
        new State(
            0,
            plan.firstLine(),
            "",
            plan.start().stream().map(spill -> spill.field().name()).toList(),
            finder.reachable(List.of(body.instructions.getFirst()))));
    for (SuspensionPoint point : plan.points()) {
      states.add(
          new State(
              point.state(),
              point.line(),
              awaited(point.await()),
              point.spills().stream().map(spill -> name(spill, point, body)).toList(),
              finder.reachable(flow.next(point.await()))));
    }
    String machine = method.machine().substring(method.machine().lastIndexOf('/') + 1);
    return new StateGraph(method.displayName(), machine, List.copyOf(states));
  }

  private static String awaited(AbstractInsnNode await) {
    AbstractInsnNode before = Instructions.straightPredecessor(await);
    return before instanceof MethodInsnNode call && !call.name.equals("<init>")
        ? call.name + "(...)"
        : "a value";
  }

  private static String name(SuspensionPoint.Spill spill, SuspensionPoint point, MethodNode body) {
    if (!spill.onStack() && body.localVariables != null) {
      int at = body.instructions.indexOf(point.await());
      for (LocalVariableNode variable : body.localVariables) {
        if (variable.index == spill.place()
            && body.instructions.indexOf(variable.start) <= at
            && at < body.instructions.indexOf(variable.end)) {
          return variable.name;
        }
      }
    }
    return spill.field() == null ? "null" : spill.field().name();
  }

  /** Follows the code from state to state. */
  private record Finder(MethodNode body, Liveness flow, SpillPlan plan) {

    List<Integer> reachable(List<AbstractInsnNode> from) {
      Set<Integer> states = new TreeSet<>();
      Set<AbstractInsnNode> seen = new HashSet<>(from);
      Deque<AbstractInsnNode> open = new ArrayDeque<>(from);
      while (!open.isEmpty()) {
        AbstractInsnNode insn = open.poll();
        int state = stateOf(insn);
        if (state > 0) {
          states.add(state);
        } else if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
          states.add(END);
        } else {
          flow.next(insn).stream().filter(seen::add).forEach(open::add);
        }
      }
      return List.copyOf(states);
    }

    private int stateOf(AbstractInsnNode insn) {
      return plan.points().stream()
          .filter(point -> point.await() == insn)
          .mapToInt(SuspensionPoint::state)
          .findFirst()
          .orElse(0);
    }
  }
}
