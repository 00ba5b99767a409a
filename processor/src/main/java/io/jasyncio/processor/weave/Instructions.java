package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.Names;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Questions about single instructions. */
final class Instructions {

  private Instructions() {}

  static boolean isAwait(AbstractInsnNode insn) {
    return isAsyncioCall(insn, Names.AWAIT);
  }

  static boolean isEmit(AbstractInsnNode insn) {
    return isAsyncioCall(insn, Names.EMIT);
  }

  static boolean isEmitAll(AbstractInsnNode insn) {
    return isAsyncioCall(insn, Names.EMIT_ALL);
  }

  /** True for all calls at which a body may be suspended. */
  static boolean maySuspend(AbstractInsnNode insn) {
    return isAwait(insn) || isEmit(insn) || isEmitAll(insn);
  }

  /** A call of {@code Asyncio.await}, to be woven like one of the source. */
  static MethodInsnNode awaitCall() {
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC,
        Names.ASYNCIO_INTERNAL,
        Names.AWAIT,
        "(Ljava/lang/Object;)Ljava/lang/Object;");
  }

  /** A call of {@code Asyncio.emitAll}, to be woven like one of the source. */
  static MethodInsnNode emitAllCall() {
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC,
        Names.ASYNCIO_INTERNAL,
        Names.EMIT_ALL,
        "(Ljava/lang/Iterable;)Ljava/lang/Object;");
  }

  static boolean isResult(AbstractInsnNode insn) {
    return isAsyncioCall(insn, Names.RESULT);
  }

  static boolean isDone(AbstractInsnNode insn) {
    return isAsyncioCall(insn, Names.DONE);
  }

  /** True for a call that makes what an async method loops with: mostly {@code iterator()}. */
  static boolean isAsyncIterator(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && call.desc.endsWith(")L" + Names.ASYNC_LOOP_INTERNAL + ";");
  }

  /** True for a call of {@code Asyncio.sleep} that evaluates to nothing. */
  static boolean isSleep(AbstractInsnNode insn) {
    return isAsyncioCall(insn, Names.SLEEP)
        && ((MethodInsnNode) insn).desc.startsWith("(Ljava/time/Duration;)");
  }

  private static boolean isAsyncioCall(AbstractInsnNode insn, String name) {
    return insn instanceof MethodInsnNode call
        && call.getOpcode() == Opcodes.INVOKESTATIC
        && call.owner.equals(Names.ASYNCIO_INTERNAL)
        && call.name.equals(name);
  }

  /** The executed instruction after this one in the code; null at the end. */
  static AbstractInsnNode next(AbstractInsnNode insn) {
    AbstractInsnNode next = insn.getNext();
    while (next != null && next.getOpcode() < 0) {
      next = next.getNext();
    }
    return next;
  }

  /** The executed instruction before this one in the code; null at the beginning. */
  static AbstractInsnNode previous(AbstractInsnNode insn) {
    AbstractInsnNode previous = insn.getPrevious();
    while (previous != null && previous.getOpcode() < 0) {
      previous = previous.getPrevious();
    }
    return previous;
  }

  /** True if a stack map frame stands at an instruction. */
  static boolean frameBefore(AbstractInsnNode insn) {
    AbstractInsnNode before = insn.getPrevious();
    while (before != null && before.getOpcode() < 0) {
      if (before instanceof FrameNode) {
        return true;
      }
      before = before.getPrevious();
    }
    return false;
  }

  /** The executed instruction before this one, if control can come from nowhere else. */
  static AbstractInsnNode straightPredecessor(AbstractInsnNode insn) {
    AbstractInsnNode previous = insn.getPrevious();
    while (previous instanceof LabelNode || previous instanceof LineNumberNode) {
      previous = previous.getPrevious();
    }
    return previous instanceof FrameNode || previous instanceof JumpInsnNode ? null : previous;
  }

  /** The executed instruction after this one, if control can come to it from nowhere else. */
  static AbstractInsnNode straightSuccessor(AbstractInsnNode insn) {
    AbstractInsnNode next = insn.getNext();
    while (next instanceof LabelNode || next instanceof LineNumberNode) {
      next = next.getNext();
    }
    return next instanceof FrameNode ? null : next;
  }

  /** The opcode that pushes a type's zero. */
  static int zero(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> Opcodes.LCONST_0;
      case Type.FLOAT -> Opcodes.FCONST_0;
      case Type.DOUBLE -> Opcodes.DCONST_0;
      case Type.ARRAY, Type.OBJECT -> Opcodes.ACONST_NULL;
      default -> Opcodes.ICONST_0;
    };
  }

  /** The first source line of a method, or -1. */
  static int firstLine(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return -1;
  }

  /** The source line an instruction stands on, or -1. */
  static int lineOf(AbstractInsnNode insn) {
    for (AbstractInsnNode at = insn; at != null; at = at.getPrevious()) {
      if (at instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return -1;
  }
}
