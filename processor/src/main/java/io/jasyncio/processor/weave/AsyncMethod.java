package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * An async method that is to be woven, and the shape of what replaces it.
 *
 * @param kind what its return type says
 * @param owner the internal name of its class
 * @param inInterface whether its class is an interface
 * @param inFinalClass whether nothing can override its instance methods
 * @param source the method as the compiler wrote it
 * @param result what its body returns: a primitive type, if it has no other results, or Object
 * @param machine the internal name of its state-machine class
 */
record AsyncMethod(
    AsyncKind kind,
    String owner,
    boolean inInterface,
    boolean inFinalClass,
    MethodNode source,
    Type result,
    String machine) {

  /** What the name of a {@link DoorWriter door} adds to its body's. */
  static final String DOOR = "$body";

  /** A parameter or the receiver, as the machine's constructor takes it. */
  record Parameter(String field, Type type, int local) {}

  static AsyncMethod of(ClassNode owner, MethodNode source, String machineSimpleName) {
    String packagePrefix = owner.name.substring(0, owner.name.lastIndexOf('/') + 1);
    AsyncKind kind = AsyncKind.ofDescriptor(source.desc).orElseThrow();
    return new AsyncMethod(
        kind,
        owner.name,
        (owner.access & Opcodes.ACC_INTERFACE) != 0,
        (owner.access & Opcodes.ACC_FINAL) != 0,
        source,
        kind == AsyncKind.COROUTINE ? UnboxedResults.of(source) : Types.OBJECT,
        packagePrefix + machineSimpleName);
  }

  String name() {
    return source.name;
  }

  /** Class and method, for messages. */
  String displayName() {
    return owner.replace('/', '.') + "." + source.name;
  }

  boolean isStatic() {
    return (source.access & Opcodes.ACC_STATIC) != 0;
  }

  /** True if a call of this method can run no other body, so that it may be called directly. */
  boolean isCertainTarget() {
    return isStatic()
        || (source.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0
        || inFinalClass;
  }

  /** True if the body leaves no frame behind at an await whose value it returns. */
  boolean isFramelessAtItsEnd() {
    return source.invisibleAnnotations != null
        && source.invisibleAnnotations.stream()
            .anyMatch(annotation -> annotation.desc.equals(Names.TAIL_AWAIT_DESCRIPTOR));
  }

  boolean isUnboxed() {
    return !result.equals(Types.OBJECT);
  }

  /** {@code (arguments, Execution, machine)}, and the {@link #result}. */
  String bodyDescriptor() {
    List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(source.desc)));
    types.add(Types.EXECUTION);
    types.add(machineType());
    return Type.getMethodDescriptor(result, types.toArray(Type[]::new));
  }

  /** Name of the method through which the machine of an interface's method reaches the body. */
  String doorName() {
    return source.name + DOOR;
  }

  /** As {@link #bodyDescriptor}, but static: the receiver comes first. */
  String doorDescriptor() {
    return isStatic() ? bodyDescriptor() : DoorWriter.withReceiver(owner, bodyDescriptor());
  }

  Type machineType() {
    return Type.getObjectType(machine);
  }

  /** The first local of the body that is neither receiver nor argument: the execution. */
  int executionLocal() {
    return (Type.getArgumentsAndReturnSizes(source.desc) >> 2) - (isStatic() ? 1 : 0);
  }

  int machineLocal() {
    return executionLocal() + 1;
  }

  /** The parameters without the receiver. */
  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    int local = isStatic() ? 0 : 1;
    for (Type type : Type.getArgumentTypes(source.desc)) {
      parameters.add(new Parameter(parameterName(local, parameters.size()), type, local));
      local += type.getSize();
    }
    return parameters;
  }

  private String parameterName(int local, int index) {
    if (source.parameters != null && source.parameters.get(index).name != null) {
      return source.parameters.get(index).name;
    }
    if (source.localVariables != null) {
      for (LocalVariableNode variable : source.localVariables) {
        if (variable.index == local) {
          return variable.name;
        }
      }
    }
    return "arg" + index;
  }
}
