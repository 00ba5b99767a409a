package io.jasyncio.processor.weave;

import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * The effect of one instruction on the verifier's types. It never merges: see {@link FrameTypes}.
 */
final class TypeInterpreter extends Interpreter<TypeValue> {

  TypeInterpreter() {
    super(Opcodes.ASM9);
  }

  @Override
  public TypeValue newValue(Type type) {
    return type == null ? TypeValue.TOP : TypeValue.of(type);
  }

  @Override
  public TypeValue newOperation(AbstractInsnNode insn) {
    return switch (insn.getOpcode()) {
      case Opcodes.ACONST_NULL -> TypeValue.NULL;
      case Opcodes.LCONST_0, Opcodes.LCONST_1 -> TypeValue.LONG;
      case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> TypeValue.FLOAT;
      case Opcodes.DCONST_0, Opcodes.DCONST_1 -> TypeValue.DOUBLE;
      case Opcodes.LDC -> constant(((LdcInsnNode) insn).cst);
      case Opcodes.GETSTATIC -> TypeValue.of(Type.getType(((FieldInsnNode) insn).desc));
      case Opcodes.NEW -> new TypeValue(insn);
      default -> TypeValue.INT;
    };
  }

  private static TypeValue constant(Object constant) {
    if (constant instanceof Integer) {
      return TypeValue.INT;
    }
    if (constant instanceof Float) {
      return TypeValue.FLOAT;
    }
    if (constant instanceof Long) {
      return TypeValue.LONG;
    }
    if (constant instanceof Double) {
      return TypeValue.DOUBLE;
    }
    if (constant instanceof String) {
      return TypeValue.ofClass("java/lang/String");
    }
    if (constant instanceof Type type) {
      return TypeValue.ofClass(
          type.getSort() == Type.METHOD ? "java/lang/invoke/MethodType" : "java/lang/Class");
    }
    if (constant instanceof Handle) {
      return TypeValue.ofClass("java/lang/invoke/MethodHandle");
    }
    return TypeValue.of(Type.getType(((ConstantDynamic) constant).getDescriptor()));
  }

  @Override
  public TypeValue copyOperation(AbstractInsnNode insn, TypeValue value) {
    return value;
  }

  @Override
  public TypeValue unaryOperation(AbstractInsnNode insn, TypeValue value) {
    return switch (insn.getOpcode()) {
      case Opcodes.FNEG, Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> TypeValue.FLOAT;
      case Opcodes.LNEG, Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> TypeValue.LONG;
      case Opcodes.DNEG, Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> TypeValue.DOUBLE;
      case Opcodes.GETFIELD -> TypeValue.of(Type.getType(((FieldInsnNode) insn).desc));
      case Opcodes.NEWARRAY -> TypeValue.ofClass(primitiveArray(((IntInsnNode) insn).operand));
      case Opcodes.ANEWARRAY ->
          TypeValue.ofClass("[" + Type.getObjectType(((TypeInsnNode) insn).desc).getDescriptor());
      case Opcodes.CHECKCAST -> TypeValue.ofClass(((TypeInsnNode) insn).desc);
      default -> TypeValue.INT;
    };
  }

  private static String primitiveArray(int elementType) {
    return switch (elementType) {
      case Opcodes.T_BOOLEAN -> "[Z";
      case Opcodes.T_CHAR -> "[C";
      case Opcodes.T_BYTE -> "[B";
      case Opcodes.T_SHORT -> "[S";
      case Opcodes.T_INT -> "[I";
      case Opcodes.T_FLOAT -> "[F";
      case Opcodes.T_DOUBLE -> "[D";
      default -> "[J";
    };
  }

  @Override
  public TypeValue binaryOperation(AbstractInsnNode insn, TypeValue left, TypeValue right) {
    int opcode = insn.getOpcode();
    if (opcode == Opcodes.AALOAD) {
      return left.isNull()
          ? TypeValue.NULL
          : TypeValue.of(Type.getType(((String) left.type()).substring(1)));
    }
    return switch (opcode) {
      case Opcodes.LALOAD,
          Opcodes.LADD,
          Opcodes.LSUB,
          Opcodes.LMUL,
          Opcodes.LDIV,
          Opcodes.LREM,
          Opcodes.LSHL,
          Opcodes.LSHR,
          Opcodes.LUSHR,
          Opcodes.LAND,
          Opcodes.LOR,
          Opcodes.LXOR ->
          TypeValue.LONG;
      case Opcodes.FALOAD, Opcodes.FADD, Opcodes.FSUB, Opcodes.FMUL, Opcodes.FDIV, Opcodes.FREM ->
          TypeValue.FLOAT;
      case Opcodes.DALOAD, Opcodes.DADD, Opcodes.DSUB, Opcodes.DMUL, Opcodes.DDIV, Opcodes.DREM ->
          TypeValue.DOUBLE;
      default -> TypeValue.INT;
    };
  }

  @Override
  public TypeValue ternaryOperation(
      AbstractInsnNode insn, TypeValue array, TypeValue index, TypeValue element) {
    return TypeValue.TOP;
  }

  @Override
  public TypeValue naryOperation(AbstractInsnNode insn, List<? extends TypeValue> arguments) {
    if (insn instanceof MultiANewArrayInsnNode array) {
      return TypeValue.ofClass(array.desc);
    }
    String descriptor =
        insn instanceof InvokeDynamicInsnNode indy ? indy.desc : ((MethodInsnNode) insn).desc;
    return TypeValue.of(Type.getReturnType(descriptor));
  }

  @Override
  public void returnOperation(AbstractInsnNode insn, TypeValue value, TypeValue expected) {}

  @Override
  public TypeValue merge(TypeValue one, TypeValue other) {
    throw new IllegalStateException("class files carry a frame wherever control flow merges");
  }
}
