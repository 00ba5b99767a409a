package io.jasyncio.processor.weave;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * A primitive type and its box, as the compiler goes from one to the other.
 *
 * @param primitive {@code int}
 * @param box {@code java/lang/Integer}
 */
record Boxing(Type primitive, String box) {

  static final List<Boxing> ALL =
      List.of(
          new Boxing(Type.BOOLEAN_TYPE, "java/lang/Boolean"),
          new Boxing(Type.BYTE_TYPE, "java/lang/Byte"),
          new Boxing(Type.CHAR_TYPE, "java/lang/Character"),
          new Boxing(Type.SHORT_TYPE, "java/lang/Short"),
          new Boxing(Type.INT_TYPE, "java/lang/Integer"),
          new Boxing(Type.LONG_TYPE, "java/lang/Long"),
          new Boxing(Type.FLOAT_TYPE, "java/lang/Float"),
          new Boxing(Type.DOUBLE_TYPE, "java/lang/Double"));

  static Boxing of(Type primitive) {
    return ALL.stream().filter(each -> each.primitive.equals(primitive)).findFirst().orElseThrow();
  }

  /** The boxing that an instruction does: {@code Integer.valueOf(int)}. */
  static Optional<Boxing> by(AbstractInsnNode insn) {
    return ALL.stream().filter(each -> each.isBoxing(insn)).findFirst();
  }

  private boolean isBoxing(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && call.getOpcode() == Opcodes.INVOKESTATIC
        && call.owner.equals(box)
        && call.name.equals("valueOf")
        && call.desc.equals("(" + primitive + ")L" + box + ";");
  }

  /** {@code checkcast Integer; invokevirtual intValue}. */
  List<AbstractInsnNode> unboxing() {
    return List.of(
        new TypeInsnNode(Opcodes.CHECKCAST, box),
        new MethodInsnNode(Opcodes.INVOKEVIRTUAL, box, unboxingMethod(), "()" + primitive, false));
  }

  /** The two instructions after {@code insn}, if they unbox and control comes from nowhere else. */
  List<AbstractInsnNode> unboxingAfter(AbstractInsnNode insn) {
    AbstractInsnNode cast = Instructions.straightSuccessor(insn);
    AbstractInsnNode call = cast == null ? null : Instructions.straightSuccessor(cast);
    return cast instanceof TypeInsnNode type
            && type.getOpcode() == Opcodes.CHECKCAST
            && type.desc.equals(box)
            && call instanceof MethodInsnNode unboxing
            && unboxing.owner.equals(box)
            && unboxing.name.equals(unboxingMethod())
        ? List.of(cast, call)
        : List.of();
  }

  private String unboxingMethod() {
    return primitive.getClassName() + "Value";
  }
}
