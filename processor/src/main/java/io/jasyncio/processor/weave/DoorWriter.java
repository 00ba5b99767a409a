package io.jasyncio.processor.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the door to a body in an interface. An interface has only public and private methods; a
 * public body would stand among the interface's methods in every editor. So the body is private,
 * and its machine calls a static method that the compiler, editors and debuggers pass over.
 *
 * <pre>{@code
 * public static synthetic Object fetch$body(Source self, URI uri, Execution e, Async_Source_fetch m) {
 *   return self.fetch(uri, e, m);
 * }
 * }</pre>
 */
final class DoorWriter {

  private DoorWriter() {}

  static MethodNode write(AsyncMethod method) {
    MethodNode door =
        new MethodNode(
            Opcodes.ASM9,
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            method.doorName(),
            method.doorDescriptor(),
            null,
            null);
    int local = 0;
    for (Type type : Type.getArgumentTypes(method.doorDescriptor())) {
      door.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), local));
      local += type.getSize();
    }
    // invokespecial reaches a private method of the same interface in every class file version.
    door.instructions.add(
        new MethodInsnNode(
            method.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL,
            method.owner(),
            method.name(),
            method.bodyDescriptor(),
            true));
    door.instructions.add(new InsnNode(method.result().getOpcode(Opcodes.IRETURN)));
    door.maxLocals = local;
    door.maxStack = local;
    return door;
  }
}
