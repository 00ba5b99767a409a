package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/**
 * Writes the state-machine class of a method: the final form of the class that the declaring step
 * announced to the compiler.
 *
 * <pre>{@code
 * final class Async_Crawler_fetch extends Coroutine {
 *   final Crawler self;                 // the receiver
 *   URI uri;                            // a parameter before the start, a spilled value later
 *   int $int0;                          // a spilled value
 *
 *   Async_Crawler_fetch(Crawler self, URI uri)      // called by the kickoff
 *   Async_Crawler_fetch(Crawler self)               // called by a body that suspends
 *
 *   protected Object resume(Execution execution) {
 *     return self.fetch(null, execution, this);
 *   }
 * }
 * }</pre>
 */
final class MachineWriter {

  static final String RECEIVER_FIELD = "self";

  private static final Type STACK_TRACE_ELEMENT = Type.getType(StackTraceElement.class);

  private final AsyncMethod method;
  private final SpillPlan plan;
  private final String sourceFile;
  private final ClassWriter writer = Limitless.classWriter();

  private MachineWriter(AsyncMethod method, SpillPlan plan, String sourceFile) {
    this.method = method;
    this.plan = plan;
    this.sourceFile = sourceFile;
  }

  /** Writes the class for a method of {@code owner}. */
  static byte[] write(AsyncMethod method, SpillPlan plan, ClassNode owner) {
    return new MachineWriter(method, plan, owner.sourceFile).write(owner.version);
  }

  /** Descriptor of the constructor that takes the arguments of a call. */
  static String callConstructor(AsyncMethod method) {
    List<Type> types = receiver(method);
    method.parameters().forEach(parameter -> types.add(parameter.type()));
    return Type.getMethodDescriptor(Type.VOID_TYPE, types.toArray(Type[]::new));
  }

  /** Descriptor of the constructor for a body that has begun without a machine. */
  static String frameConstructor(AsyncMethod method) {
    return Type.getMethodDescriptor(Type.VOID_TYPE, receiver(method).toArray(Type[]::new));
  }

  private static List<Type> receiver(AsyncMethod method) {
    List<Type> types = new ArrayList<>();
    if (!method.isStatic()) {
      types.add(Type.getObjectType(method.owner()));
    }
    return types;
  }

  private byte[] write(int classVersion) {
    writer.visit(
        classVersion, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, method.machine(), null, base(), null);
    writer.visitSource(simpleName(method.machine()) + ".java", null);
    writer.visitAnnotation(Names.GENERATED_DESCRIPTOR, false).visitEnd();
    if (!method.isStatic()) {
      writer.visitField(Opcodes.ACC_FINAL, RECEIVER_FIELD, "L" + method.owner() + ";", null, null);
    }
    for (SpillField field : plan.fields()) {
      writer.visitField(0, field.name(), field.type().getDescriptor(), null, null);
    }
    writeConstructor(callConstructor(method), plan.start());
    if (!plan.start().isEmpty()) {
      writeConstructor(frameConstructor(method), List.of());
    }
    writeResume();
    writeLocation();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private String base() {
    return method.kind().machineBase().replace('.', '/');
  }

  private static String simpleName(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }

  private void writeConstructor(String descriptor, List<SuspensionPoint.Spill> parameters) {
    MethodVisitor code = writer.visitMethod(0, "<init>", descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, base(), "<init>", "()V", false);
    int local = 1;
    if (!method.isStatic()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, local++);
      code.visitFieldInsn(
          Opcodes.PUTFIELD, method.machine(), RECEIVER_FIELD, "L" + method.owner() + ";");
    }
    for (SuspensionPoint.Spill parameter : parameters) {
      Type type = parameter.field().type();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      code.visitFieldInsn(
          Opcodes.PUTFIELD, method.machine(), parameter.field().name(), type.getDescriptor());
      local += type.getSize();
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** The body fetches its arguments from the fields itself, so the call passes zeros. */
  private void writeResume() {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PROTECTED,
            "resume",
            Type.getMethodDescriptor(Types.OBJECT, Types.EXECUTION),
            null,
            null);
    code.visitCode();
    if (!method.isStatic()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(
          Opcodes.GETFIELD, method.machine(), RECEIVER_FIELD, "L" + method.owner() + ";");
    }
    for (AsyncMethod.Parameter parameter : method.parameters()) {
      code.visitInsn(Instructions.zero(parameter.type()));
    }
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    callBody(code);
    if (method.isUnboxed()) {
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Names.SUSPENSION_INTERNAL,
          "boxed",
          Type.getMethodDescriptor(Types.OBJECT, method.result(), Types.EXECUTION),
          false);
    }
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void callBody(MethodVisitor code) {
    if (method.inInterface()) {
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC, method.owner(), method.doorName(), method.doorDescriptor(), true);
    } else {
      code.visitMethodInsn(
          method.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
          method.owner(),
          method.name(),
          method.bodyDescriptor(),
          false);
    }
  }

  /**
   * The lines of the states stand in a string, one character for each: a compact table that costs
   * nothing until it is asked.
   */
  private void writeLocation() {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PROTECTED,
            "locationOf",
            Type.getMethodDescriptor(STACK_TRACE_ELEMENT, Type.INT_TYPE),
            null,
            null);
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, STACK_TRACE_ELEMENT.getInternalName());
    code.visitInsn(Opcodes.DUP);
    code.visitLdcInsn(method.owner().replace('/', '.'));
    code.visitLdcInsn(method.name());
    if (sourceFile == null) {
      code.visitInsn(Opcodes.ACONST_NULL);
    } else {
      code.visitLdcInsn(sourceFile);
    }
    code.visitLdcInsn(lines());
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "charAt", "(I)C", false);
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL,
        STACK_TRACE_ELEMENT.getInternalName(),
        "<init>",
        "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;I)V",
        false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private String lines() {
    StringBuilder lines = new StringBuilder().append((char) Math.max(plan.firstLine(), 0));
    plan.points().forEach(point -> lines.append((char) Math.max(point.line(), 0)));
    return lines.toString();
  }
}
