package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Pass 6: a body whose results are all boxed right where they are returned returns them unboxed, so
 * that a direct call of it makes no object.
 *
 * <pre>{@code
 * Coroutine<Integer> size() {..  return result(length); }     Integer.valueOf(length); areturn
 * int size(Execution execution, Async_Page_size machine)      length; ireturn
 * }</pre>
 *
 * <p>There is no {@code int} that says "suspended". Who calls such a body asks the execution.
 */
final class UnboxedResults {

  private UnboxedResults() {}

  /** The type that the body of {@code source} is to return: a primitive one, or Object. */
  static Type of(MethodNode source) {
    Set<Type> primitives = new HashSet<>();
    for (AbstractInsnNode insn : source.instructions) {
      if (Instructions.isAsyncIterator(insn) || EclipseLoops.isSource(insn)) {
        return Types.OBJECT; // a loop may be closed between a result and its return
      }
      if (insn.getOpcode() == Opcodes.ARETURN) {
        AbstractInsnNode result = Instructions.straightPredecessor(insn);
        Optional<Boxing> boxing =
            Instructions.isResult(result)
                ? Boxing.by(Instructions.straightPredecessor(result))
                : Optional.empty();
        primitives.add(boxing.map(Boxing::primitive).orElse(Types.OBJECT));
      }
    }
    return primitives.size() == 1 ? primitives.iterator().next() : Types.OBJECT;
  }

  /** Takes the boxing out of a body. */
  static void unbox(AsyncMethod method, MethodNode body) {
    if (!method.isUnboxed()) {
      return;
    }
    List<AbstractInsnNode> returns = new ArrayList<>();
    for (AbstractInsnNode insn : body.instructions) {
      if (insn.getOpcode() == Opcodes.ARETURN) {
        returns.add(insn);
      }
    }
    for (AbstractInsnNode areturn : returns) {
      body.instructions.remove(Instructions.straightPredecessor(areturn));
      body.instructions.set(areturn, new InsnNode(method.result().getOpcode(Opcodes.IRETURN)));
    }
  }
}
