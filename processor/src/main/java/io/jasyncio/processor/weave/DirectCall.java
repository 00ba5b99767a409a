package io.jasyncio.processor.weave;

import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A call whose only use is to be awaited, and what to call instead, so that no machine is made
 * unless the callee suspends.
 *
 * @param call the call in the source
 * @param target takes the same arguments, then the execution and, if it is a body, a machine
 * @param isBody whether {@code target} is the body itself
 * @param result what {@code target} returns: a primitive type, or Object
 * @param unboxing what unboxes the value behind the await, and is not needed any more
 */
record DirectCall(
    MethodInsnNode call,
    MethodInsnNode target,
    boolean isBody,
    Type result,
    List<AbstractInsnNode> unboxing) {

  boolean isUnboxed() {
    return !result.equals(Types.OBJECT);
  }
}
