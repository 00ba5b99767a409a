package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.Names;
import org.objectweb.asm.Type;

/** The types that woven code mentions. */
final class Types {

  static final Type OBJECT = Type.getType(Object.class);
  static final Type EXECUTION = Type.getObjectType(Names.EXECUTION_INTERNAL);
  static final Type STATE_MACHINE = Type.getObjectType(Names.STATE_MACHINE_INTERNAL);
  static final Type GENERATOR_MACHINE = Type.getObjectType(Names.GENERATOR_MACHINE_INTERNAL);

  static final Type ILLEGAL_STATE = Type.getType(IllegalStateException.class);

  private Types() {}
}
