package io.jasyncio.processor.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the door to a private body. An interface has only public and private methods; a public
 * body would stand among the interface's methods in every editor. So the body is private, and its
 * machine calls a static method that the compiler, editors and debuggers pass over.
 *
 * <pre>{@code
 * public static synthetic Object fetch$body(Source self, URI uri, Execution e, Async_Source_fetch m) {
 *   return self.fetch(uri, e, m);
 * }
 * }</pre>
 */
final class DoorWriter {

  private DoorWriter() {}

  /** Writes the door to a body. */
  static MethodNode write(String owner, boolean inInterface, MethodNode body) {
    boolean isStatic = (body.access & Opcodes.ACC_STATIC) != 0;
    MethodNode door =
        new MethodNode(
            Opcodes.ASM9,
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            body.name + AsyncMethod.DOOR,
            isStatic ? body.desc : withReceiver(owner, body.desc),
            null,
            null);
    int local = 0;
    for (Type type : Type.getArgumentTypes(door.desc)) {
      door.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), local));
      local += type.getSize();
    }
    // invokespecial reaches a private method of the same class in every class file version.
    door.instructions.add(
        new MethodInsnNode(
            isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL,
            owner,
            body.name,
            body.desc,
            inInterface));
    Type result = Type.getReturnType(body.desc);
    door.instructions.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
    door.maxLocals = local;
    door.maxStack = Math.max(local, result.getSize());
    return door;
  }

  /** The descriptor of a static method that takes the receiver first. */
  static String withReceiver(String owner, String descriptor) {
    return "(L" + owner + ";" + descriptor.substring(1);
  }
}
