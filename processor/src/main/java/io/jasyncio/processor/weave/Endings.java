package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.names.Names;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Pass 4: what ends a body becomes the same call for all kinds of methods.
 *
 * <pre>{@code
 * Coroutine           result(v)
 * CompletableFuture   completedFuture(v)                      becomes result(v)
 * Generator           done(v), cast to the return type        becomes result(v)
 * }</pre>
 */
final class Endings {

  private static final String FUTURE = AsyncKind.FUTURE.returnInternal();

  private Endings() {}

  static void unify(AsyncKind kind, MethodNode body) {
    for (AbstractInsnNode insn : body.instructions.toArray()) {
      if (kind.isEager() && isCompletedFuture(insn)) {
        becomeResult((MethodInsnNode) insn);
      } else if (kind.isGenerator() && Instructions.isDone(insn)) {
        AbstractInsnNode cast = insn.getNext();
        if (cast.getOpcode() == Opcodes.CHECKCAST) {
          body.instructions.remove(cast);
        }
        becomeResult((MethodInsnNode) insn);
      }
    }
  }

  /** Turns back a result that is used for something else than being returned. */
  static void restore(AsyncMethod method, MethodInsnNode result) {
    if (method.kind().isGenerator()) {
      throw new WeavingException(
          "GeneratorReturn",
          method.displayName(),
          Instructions.lineOf(result),
          "done() ends a generator and is no value: write it in a return statement");
    }
    result.owner = method.kind().isEager() ? FUTURE : Names.COROUTINE_INTERNAL;
    result.name = method.kind().isEager() ? "completedFuture" : "completed";
    result.desc = "(Ljava/lang/Object;)L" + result.owner + ";";
  }

  static boolean isCompletedFuture(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && call.owner.equals(FUTURE)
        && call.name.equals("completedFuture");
  }

  private static void becomeResult(MethodInsnNode call) {
    call.owner = Names.ASYNCIO_INTERNAL;
    call.name = Names.RESULT;
    call.desc =
        Type.getMethodDescriptor(
            Type.getObjectType(Names.COROUTINE_INTERNAL), Type.getArgumentTypes(call.desc));
  }
}
