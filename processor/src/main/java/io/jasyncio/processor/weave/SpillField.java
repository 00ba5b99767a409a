package io.jasyncio.processor.weave;

import org.objectweb.asm.Type;

/** A field of a machine that holds parameters before the start and spilled values later. */
record SpillField(String name, Type type) {

  boolean isReference() {
    return type.getSort() >= Type.ARRAY;
  }
}
