package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Gives the source's method its new code: {@code return new Async_Crawler_fetch(this, uri)}, or
 * where it returns a future {@code return Suspension.startEagerly(new ...)}.
 *
 * <p>Everything that reflection sees of the method stays. It has no line numbers, so that a
 * breakpoint on the method's first line belongs to the body alone.
 */
final class KickoffWriter {

  private KickoffWriter() {}

  static void write(AsyncMethod method) {
    MethodNode kickoff = method.source();
    InsnList code = new InsnList();
    code.add(new TypeInsnNode(Opcodes.NEW, method.machine()));
    code.add(new InsnNode(Opcodes.DUP));
    int local = 0;
    if (!method.isStatic()) {
      code.add(new VarInsnNode(Opcodes.ALOAD, local++));
    }
    for (Type type : Type.getArgumentTypes(kickoff.desc)) {
      code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), local));
      local += type.getSize();
    }
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKESPECIAL,
            method.machine(),
            "<init>",
            MachineWriter.callConstructor(method)));
    if (method.kind().isEager()) {
      code.add(
          new MethodInsnNode(
              Opcodes.INVOKESTATIC,
              Names.SUSPENSION_INTERNAL,
              "startEagerly",
              Type.getMethodDescriptor(
                  Type.getObjectType(AsyncKind.FUTURE.returnInternal()), Types.STATE_MACHINE)));
    }
    code.add(new InsnNode(Opcodes.ARETURN));

    kickoff.instructions = code;
    kickoff.tryCatchBlocks = new ArrayList<>();
    kickoff.localVariables = null;
    kickoff.visibleLocalVariableAnnotations = null;
    kickoff.invisibleLocalVariableAnnotations = null;
    kickoff.maxLocals = local;
    kickoff.maxStack = local + 2;
  }
}
