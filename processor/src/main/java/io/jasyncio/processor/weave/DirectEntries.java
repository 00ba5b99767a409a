package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the ways into a body for other classes, which know neither its machine nor whether it
 * returns its result unboxed. They are as visible as the method and, being synthetic, seen by no
 * compiler, editor or debugger.
 *
 * <pre>{@code
 * synthetic Object size$direct(Execution execution) {
 *   if (getClass() == Page.class) {
 *     return size(execution, null);                           // the body
 *   }
 *   return Suspension.begin(size(), execution);               // may be overridden
 * }
 *
 * synthetic int size$direct(Execution execution)              // for Coroutine<Integer>
 * }</pre>
 *
 * <p>A class that overrides {@code size()} and is woven overrides the entry, too. One that is not
 * woven (a proxy, a class of another language) inherits it: the comparison of classes sends the
 * call back to the method.
 */
final class DirectEntries {

  private static final String SUFFIX = "$direct";
  private static final int KEPT_ACCESS =
      Opcodes.ACC_PUBLIC
          | Opcodes.ACC_PROTECTED
          | Opcodes.ACC_PRIVATE
          | Opcodes.ACC_STATIC
          | Opcodes.ACC_FINAL;

  private final AsyncMethod method;
  private final Object[] locals;

  private DirectEntries(AsyncMethod method) {
    this.method = method;
    Object[] body = BodyShell.initialLocals(method);
    this.locals = Arrays.copyOf(body, body.length - 1);
  }

  /** What the entries of a method are called. */
  static String name(String method) {
    return method + SUFFIX;
  }

  /** Tells whether a method gets entries: not in an interface, where a class could not be told. */
  static boolean has(AsyncMethod method) {
    return method.kind() == AsyncKind.COROUTINE
        && !method.inInterface()
        && (method.source().access & Opcodes.ACC_SYNTHETIC) == 0;
  }

  /** The primitive type of a result that is declared as its box; else Object. */
  static Type declaredResult(MethodNode source) {
    String signature = source.signature;
    if (signature != null) {
      String result = signature.substring(signature.indexOf(')') + 1);
      for (Boxing boxing : Boxing.ALL) {
        if (result.startsWith("L" + Names.COROUTINE_INTERNAL + "<L" + boxing.box() + ";>;")) {
          return boxing.primitive();
        }
      }
    }
    return Types.OBJECT;
  }

  /** Writes the entries of a method, if there are other classes that can call it. */
  static List<MethodNode> write(AsyncMethod method, ClassNode owner) {
    List<MethodNode> entries = new ArrayList<>();
    boolean hasNest = owner.nestHostClass != null || owner.nestMembers != null;
    boolean isPrivate = (method.source().access & Opcodes.ACC_PRIVATE) != 0;
    if (has(method) && (hasNest || !isPrivate)) {
      entries.add(new DirectEntries(method).write(Types.OBJECT));
      Type declared = declaredResult(method.source());
      if (!declared.equals(Types.OBJECT)) {
        entries.add(new DirectEntries(method).write(declared));
      }
    }
    return entries;
  }

  private MethodNode write(Type result) {
    String descriptor = DirectCalls.withExecution(method.source().desc, result);
    MethodNode entry =
        new MethodNode(
            Opcodes.ASM9,
            (method.source().access & KEPT_ACCESS) | Opcodes.ACC_SYNTHETIC,
            name(method.name()),
            descriptor,
            null,
            null);
    InsnList code = entry.instructions;
    if (method.isCertainTarget()) {
      callBody(result, code);
    } else {
      LabelNode overridden = new LabelNode();
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      code.add(
          new MethodInsnNode(
              Opcodes.INVOKEVIRTUAL, "java/lang/Object", "getClass", "()Ljava/lang/Class;"));
      code.add(new LdcInsnNode(Type.getObjectType(method.owner())));
      code.add(new JumpInsnNode(Opcodes.IF_ACMPNE, overridden));
      callBody(result, code);
      code.add(overridden);
      code.add(new FrameNode(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]));
      callMethod(result, code);
    }
    entry.maxLocals = method.executionLocal() + 1;
    entry.maxStack = entry.maxLocals + 2;
    return entry;
  }

  private void callBody(Type result, InsnList code) {
    loadArguments(code);
    code.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    code.add(call(method.bodyDescriptor()));
    if (!method.result().equals(result)) {
      if (method.isUnboxed()) {
        code.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
        code.add(suspension("boxed", Types.OBJECT, method.result(), Types.EXECUTION));
      } else {
        code.add(unboxed(result));
      }
    }
    code.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
  }

  private void callMethod(Type result, InsnList code) {
    loadArguments(code);
    code.add(call(method.source().desc));
    code.add(new VarInsnNode(Opcodes.ALOAD, method.executionLocal()));
    code.add(suspension("begin", Types.OBJECT, Types.OBJECT, Types.EXECUTION));
    if (!result.equals(Types.OBJECT)) {
      code.add(unboxed(result));
    }
    code.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
  }

  private void loadArguments(InsnList code) {
    if (!method.isStatic()) {
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    }
    for (AsyncMethod.Parameter parameter : method.parameters()) {
      code.add(new VarInsnNode(parameter.type().getOpcode(Opcodes.ILOAD), parameter.local()));
    }
  }

  private MethodInsnNode call(String descriptor) {
    return new MethodInsnNode(
        method.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
        method.owner(),
        method.name(),
        descriptor);
  }

  /** {@code Suspension.intOf(Object)}: zero for SUSPENDED. */
  private static MethodInsnNode unboxed(Type result) {
    return suspension(result.getClassName() + "Of", result, Types.OBJECT);
  }

  private static MethodInsnNode suspension(String name, Type result, Type... arguments) {
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC,
        Names.SUSPENSION_INTERNAL,
        name,
        Type.getMethodDescriptor(result, arguments));
  }
}
