package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Pass 1: moves the code of an async method into its body method, which has two parameters more.
 *
 * <pre>{@code
 * Coroutine<String> fetch(URI uri)          locals: this, uri, page, ...
 * Object fetch(URI uri, Execution execution, Async_Crawler_fetch machine)
 *                                           locals: this, uri, execution, machine, page, ...
 * }</pre>
 *
 * <p>The body keeps the method's name, so that a stack trace reads as written. It is not marked
 * synthetic (unless it is a lambda's), because debuggers step over synthetic methods and coverage
 * tools leave them out.
 */
final class BodyShell {

  private static final int ADDED = 2;
  private static final int KEPT_ACCESS =
      Opcodes.ACC_STATIC | Opcodes.ACC_STRICT | Opcodes.ACC_SYNTHETIC;

  private final AsyncMethod method;

  private BodyShell(AsyncMethod method) {
    this.method = method;
  }

  static MethodNode of(AsyncMethod method) {
    return new BodyShell(method).body();
  }

  private MethodNode body() {
    MethodNode source = method.source();
    MethodNode body =
        new MethodNode(Opcodes.ASM9, access(), source.name, method.bodyDescriptor(), null, null);
    body.instructions = source.instructions;
    body.tryCatchBlocks = source.tryCatchBlocks;
    body.localVariables = source.localVariables;
    body.visibleLocalVariableAnnotations = source.visibleLocalVariableAnnotations;
    body.invisibleLocalVariableAnnotations = source.invisibleLocalVariableAnnotations;
    body.maxStack = source.maxStack;
    body.maxLocals = source.maxLocals + ADDED;
    shiftCode(body);
    shiftVariables(body);
    return body;
  }

  /** The machine, a class of the same package, calls the body; in an interface, a door to it. */
  private int access() {
    int kept = method.source().access & KEPT_ACCESS;
    if (method.inInterface()) {
      return kept | Opcodes.ACC_PRIVATE;
    }
    return method.isStatic() ? kept : kept | Opcodes.ACC_FINAL;
  }

  private void shiftCode(MethodNode body) {
    for (AbstractInsnNode insn : body.instructions) {
      if (insn instanceof VarInsnNode access) {
        access.var = shifted(access.var);
      } else if (insn instanceof IincInsnNode increment) {
        increment.var = shifted(increment.var);
      } else if (insn instanceof FrameNode frame) {
        frame.local = shiftedFrame(frame.local);
      }
    }
  }

  private void shiftVariables(MethodNode body) {
    if (body.localVariables != null) {
      for (LocalVariableNode variable : body.localVariables) {
        variable.index = shifted(variable.index);
      }
    }
    shiftAnnotations(body.visibleLocalVariableAnnotations);
    shiftAnnotations(body.invisibleLocalVariableAnnotations);
  }

  private void shiftAnnotations(List<LocalVariableAnnotationNode> annotations) {
    if (annotations != null) {
      annotations.forEach(annotation -> annotation.index.replaceAll(this::shifted));
    }
  }

  private int shifted(int local) {
    return local < method.executionLocal() ? local : local + ADDED;
  }

  private List<Object> shiftedFrame(List<Object> locals) {
    List<Object> shifted = new ArrayList<>();
    int local = 0;
    int entry = 0;
    // A parameter that the frame does not know (the compiler found it dead) is padded.
    while (local < method.executionLocal()) {
      Object type = entry < locals.size() ? locals.get(entry++) : Opcodes.TOP;
      shifted.add(type);
      local += new TypeValue(type).getSize();
    }
    shifted.add(Types.EXECUTION.getInternalName());
    shifted.add(method.machine());
    shifted.addAll(locals.subList(entry, locals.size()));
    return shifted;
  }

  /** The stack map entries at the body's beginning. */
  static Object[] initialLocals(AsyncMethod method) {
    List<Object> entries = new ArrayList<>();
    if (!method.isStatic()) {
      entries.add(method.owner());
    }
    for (Type type : Type.getArgumentTypes(method.bodyDescriptor())) {
      entries.add(TypeValue.of(type).type());
    }
    return entries.toArray();
  }
}
