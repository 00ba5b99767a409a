package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the awaits whose callee need not make a machine.
 *
 * <pre>{@code
 * await(sleep(delay))       Suspension.sleep(delay, execution)
 * await(fetch(uri))         fetch(uri, execution, null)           the body, of the same class
 * await(page.size())        page.size$direct(execution)           the entry of another class
 * }</pre>
 */
final class DirectCalls {

  private final String owner;
  private final Map<String, AsyncMethod> siblings = new HashMap<>();
  private final AsyncCallees others;

  /**
   * For the methods of one class.
   *
   * @param owner the class
   * @param siblings its async methods
   * @param others what is known of other classes
   */
  DirectCalls(String owner, Collection<AsyncMethod> siblings, AsyncCallees others) {
    this.owner = owner;
    this.others = others;
    siblings.forEach(
        method -> this.siblings.put(key(owner, method.name(), method.source().desc), method));
  }

  private static String key(String owner, String name, String descriptor) {
    return owner + "." + name + descriptor;
  }

  /** What an await of a call becomes; null if it calls nothing, or has to ask what it gets. */
  DirectCall before(AbstractInsnNode await) {
    if (!Instructions.isAwait(await)
        || !(Instructions.straightPredecessor(await) instanceof MethodInsnNode call)) {
      return null;
    }
    if (Instructions.isSleep(call)) {
      String descriptor = withExecution(call.desc, Types.OBJECT);
      return new DirectCall(
          call,
          new MethodInsnNode(
              Opcodes.INVOKESTATIC, Names.SUSPENSION_INTERNAL, call.name, descriptor),
          DirectCall.Kind.FUNCTION,
          Types.OBJECT,
          List.of());
    }
    AsyncMethod sibling = siblings.get(key(call.owner, call.name, call.desc));
    if (sibling == null) {
      return call.itf || isSuperCall(call) ? null : entry(call, resultOf(call), await);
    }
    // A method that returns a future is a task of its own, with a context of its own.
    if (sibling.kind().isEager()) {
      return null;
    }
    if (sibling.isCertainTarget()) {
      return body(call, sibling, await);
    }
    return DirectEntries.has(sibling) && !isSuperCall(call)
        ? entry(call, Optional.of(DirectEntries.declaredResult(sibling.source())), await)
        : null;
  }

  private Optional<Type> resultOf(MethodInsnNode call) {
    return others.find(call.owner, call.name, call.desc).map(Type::getType);
  }

  /** The entry dispatches to overriding methods, and {@code super.f()} is not to do that. */
  private boolean isSuperCall(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESPECIAL && !call.owner.equals(owner);
  }

  private static DirectCall body(MethodInsnNode call, AsyncMethod callee, AbstractInsnNode await) {
    return new DirectCall(
        call,
        new MethodInsnNode(
            call.getOpcode(), call.owner, call.name, callee.bodyDescriptor(), call.itf),
        DirectCall.Kind.BODY,
        callee.result(),
        callee.isUnboxed() ? Boxing.of(callee.result()).unboxingAfter(await) : List.of());
  }

  private static DirectCall entry(
      MethodInsnNode call, Optional<Type> declaredResult, AbstractInsnNode await) {
    if (declaredResult.isEmpty()) {
      return null;
    }
    Type declared = declaredResult.get();
    List<AbstractInsnNode> unboxing =
        declared.equals(Types.OBJECT) ? List.of() : Boxing.of(declared).unboxingAfter(await);
    Type result = unboxing.isEmpty() ? Types.OBJECT : declared;
    return new DirectCall(
        call,
        new MethodInsnNode(
            call.getOpcode(),
            call.owner,
            DirectEntries.name(call.name),
            withExecution(call.desc, result),
            false),
        DirectCall.Kind.ENTRY,
        result,
        unboxing);
  }

  /** Adds the execution to the arguments of a descriptor. */
  static String withExecution(String descriptor, Type result) {
    List<Type> arguments = new ArrayList<>(List.of(Type.getArgumentTypes(descriptor)));
    arguments.add(Types.EXECUTION);
    return Type.getMethodDescriptor(result, arguments.toArray(Type[]::new));
  }
}
