package io.jasyncio.processor.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Value;

/**
 * What the verifier knows of a local variable or stack entry.
 *
 * @param type as in a stack map frame: one of {@link Opcodes#INTEGER} and its like, the internal
 *     name of a class or an array's descriptor; or, for an object whose constructor has not run,
 *     the {@code NEW} instruction that makes it
 */
record TypeValue(Object type) implements Value {

  static final TypeValue TOP = new TypeValue(Opcodes.TOP);
  static final TypeValue INT = new TypeValue(Opcodes.INTEGER);
  static final TypeValue FLOAT = new TypeValue(Opcodes.FLOAT);
  static final TypeValue LONG = new TypeValue(Opcodes.LONG);
  static final TypeValue DOUBLE = new TypeValue(Opcodes.DOUBLE);
  static final TypeValue NULL = new TypeValue(Opcodes.NULL);

  /** The value of a variable of this type; null for void. */
  static TypeValue of(Type type) {
    return switch (type.getSort()) {
      case Type.VOID -> null;
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> INT;
      case Type.FLOAT -> FLOAT;
      case Type.LONG -> LONG;
      case Type.DOUBLE -> DOUBLE;
      default -> new TypeValue(type.getInternalName());
    };
  }

  static TypeValue ofClass(String internalName) {
    return new TypeValue(internalName);
  }

  @Override
  public int getSize() {
    return type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
  }

  boolean isTop() {
    return type == Opcodes.TOP;
  }

  boolean isNull() {
    return type == Opcodes.NULL;
  }

  /** True for what a field of a reference type can hold. */
  boolean isReference() {
    return type instanceof String;
  }

  boolean isUninitialized() {
    return type instanceof AbstractInsnNode || type == Opcodes.UNINITIALIZED_THIS;
  }

  /** The type of a field that can hold this value. */
  Type fieldType() {
    if (type instanceof String name) {
      return Type.getObjectType(name);
    }
    if (type == Opcodes.INTEGER) {
      return Type.INT_TYPE;
    }
    if (type == Opcodes.FLOAT) {
      return Type.FLOAT_TYPE;
    }
    if (type == Opcodes.LONG) {
      return Type.LONG_TYPE;
    }
    if (type == Opcodes.DOUBLE) {
      return Type.DOUBLE_TYPE;
    }
    throw new IllegalStateException("no field holds " + type);
  }
}
