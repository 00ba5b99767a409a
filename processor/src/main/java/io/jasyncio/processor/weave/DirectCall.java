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
 * @param kind what {@code target} is
 * @param result what {@code target} returns: a primitive type, or Object
 * @param unboxing what unboxes the value behind the await, and is not needed any more
 */
record DirectCall(
    MethodInsnNode call,
    MethodInsnNode target,
    Kind kind,
    Type result,
    List<AbstractInsnNode> unboxing) {

  /** What is called directly. */
  enum Kind {
    /** A method of the same class: its body, without a machine. */
    BODY,
    /** A method of another class, or one that may be overridden: its direct entry. */
    ENTRY,
    /** A function of the library that has a form for woven code. */
    FUNCTION
  }

  boolean isUnboxed() {
    return !result.equals(Types.OBJECT);
  }
}
