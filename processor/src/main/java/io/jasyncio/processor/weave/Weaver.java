package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.AsyncKind;
import io.jasyncio.processor.names.MachineNames;
import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Turns the async methods of a compiled class into kickoffs, bodies and state machines. A function
 * of the class file alone: it knows no compiler and loads no class.
 */
public final class Weaver {

  private final ClassNode owner;
  private final Map<MethodNode, AsyncMethod> methods;
  private final KeptVariables kept;
  private final DirectCalls calls;

  private Weaver(
      ClassNode owner,
      Map<MethodNode, AsyncMethod> methods,
      KeptVariables kept,
      AsyncCallees callees) {
    this.owner = owner;
    this.methods = methods;
    this.kept = kept;
    this.calls = new DirectCalls(owner.name, methods.values(), callees);
  }

  /**
   * Weaves a class.
   *
   * @param classFile the class as a Java compiler wrote it
   * @return the woven class; empty if it has no async method, or none that is not woven already
   * @throws WeavingException if a method cannot be woven; its author is told why
   */
  public static Optional<WovenClass> weave(byte[] classFile) {
    return weave(classFile, KeptVariables.LIVE, AsyncCallees.NONE);
  }

  /**
   * Weaves a class.
   *
   * @param classFile the class as a Java compiler wrote it
   * @param kept which variables its methods keep when they suspend
   * @param callees what is known of the async methods of other classes
   * @return as {@link #weave(byte[])}
   * @throws WeavingException if a method cannot be woven
   */
  public static Optional<WovenClass> weave(
      byte[] classFile, KeptVariables kept, AsyncCallees callees) {
    return of(classFile, kept, callees).map(Weaver::weave);
  }

  /**
   * Tells what weaving makes of the async methods of a class.
   *
   * @param classFile the class as a Java compiler wrote it
   * @param kept which variables its methods keep when they suspend
   * @param callees what is known of the async methods of other classes
   * @return the states of each method that is not woven yet
   * @throws WeavingException if a method cannot be woven
   */
  public static List<StateGraph> explain(
      byte[] classFile, KeptVariables kept, AsyncCallees callees) {
    return of(classFile, kept, callees).map(Weaver::explain).orElse(List.of());
  }

  private static Optional<Weaver> of(byte[] classFile, KeptVariables kept, AsyncCallees callees) {
    ClassNode owner = new ClassNode();
    new ClassReader(classFile).accept(owner, ClassReader.EXPAND_FRAMES);
    Map<MethodNode, AsyncMethod> methods = asyncMethods(owner);
    return methods.isEmpty()
        ? Optional.empty()
        : Optional.of(new Weaver(owner, methods, kept, callees));
  }

  /**
   * Weaves a class that is being loaded.
   *
   * @param classFile the class as a Java compiler wrote it
   * @return the woven class, which brings its machines along; empty as for {@link #weave}
   * @throws WeavingException if a method cannot be woven
   */
  public static Optional<byte[]> weaveForLoading(byte[] classFile) {
    return weaveForLoading(classFile, KeptVariables.LIVE);
  }

  /**
   * As {@link #weaveForLoading(byte[])}, with the variables that {@link #weave} is told to keep.
   */
  public static Optional<byte[]> weaveForLoading(byte[] classFile, KeptVariables kept) {
    return weave(classFile, kept, AsyncCallees.NONE).map(CarriedMachines::embed);
  }

  private static Map<MethodNode, AsyncMethod> asyncMethods(ClassNode owner) {
    List<MethodNode> sources = owner.methods.stream().filter(Weaver::isAsync).toList();
    Map<MachineNames.Method, String> names =
        MachineNames.of(owner.name, sources.stream().map(Weaver::key).toList());
    Map<MethodNode, AsyncMethod> methods = new LinkedHashMap<>();
    for (MethodNode source : sources) {
      AsyncMethod method = AsyncMethod.of(owner, source, names.get(key(source)));
      if (!isWoven(owner, method)) {
        methods.put(source, method);
      }
    }
    return methods;
  }

  private static MachineNames.Method key(MethodNode method) {
    return new MachineNames.Method(method.name, method.desc);
  }

  private static boolean isAsync(MethodNode method) {
    return isAnnotated(method) || isAsyncLambda(method);
  }

  /** The compiler copies annotations to the bridges it makes; those only call the real method. */
  private static boolean isAnnotated(MethodNode method) {
    return (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0
        && method.visibleAnnotations != null
        && method.visibleAnnotations.stream().anyMatch(Weaver::isAsyncAnnotation);
  }

  /**
   * The method that the compiler made of a lambda, if the lambda awaits. That it may, because its
   * interface's method carries {@code @Async}, has been checked on the source.
   */
  private static boolean isAsyncLambda(MethodNode method) {
    return (method.access & Opcodes.ACC_SYNTHETIC) != 0
        && method.name.startsWith("lambda$")
        && AsyncKind.ofDescriptor(method.desc).isPresent()
        && Arrays.stream(method.instructions.toArray()).anyMatch(Weaver::isAsyncOnly);
  }

  /** What stands in async code only. */
  private static boolean isAsyncOnly(AbstractInsnNode insn) {
    return Instructions.maySuspend(insn)
        || Instructions.isResult(insn)
        || Instructions.isDone(insn)
        || Instructions.isAsyncIterator(insn);
  }

  private static boolean isAsyncAnnotation(AnnotationNode annotation) {
    return annotation.desc.equals(Names.ASYNC_DESCRIPTOR);
  }

  /** Neither what a body returns nor the type of its machine can be told from its kickoff. */
  private static boolean isWoven(ClassNode owner, AsyncMethod method) {
    String body = method.bodyDescriptor();
    String arguments = body.substring(0, body.indexOf(method.machineType().getDescriptor() + ")"));
    return owner.methods.stream()
        .anyMatch(other -> other.name.equals(method.name()) && other.desc.startsWith(arguments));
  }

  private WovenClass weave() {
    List<MethodNode> woven = new ArrayList<>();
    List<WovenClass.Machine> machines = new ArrayList<>();
    for (MethodNode method : owner.methods) {
      woven.add(method);
      AsyncMethod async = methods.get(method);
      if (async != null) {
        MethodNode body = weave(async, machines);
        woven.add(body);
        woven.addAll(DirectEntries.write(async, owner));
        if (async.inInterface()) {
          woven.add(DoorWriter.write(owner.name, true, body));
        }
      }
    }
    owner.methods = woven;
    return new WovenClass(write(), machines);
  }

  private List<StateGraph> explain() {
    return methods.values().stream()
        .map(
            method -> {
              MethodNode body = prepare(method);
              Liveness liveness = Liveness.of(body, kept);
              SpillPlan plan = SpillPlan.of(method, body, liveness, calls);
              return StateGraph.of(method, body, liveness, plan);
            })
        .toList();
  }

  /** The passes that know no states yet, in order. */
  private static MethodNode prepare(AsyncMethod method) {
    MethodNode body = BodyShell.of(method);
    Monitors.refuseAwaits(method, body);
    if (method.kind().mayAwait()) {
      ResourceClosings.suspend(body);
      AsyncLoops.suspend(method, body);
    }
    DeadCode.remove(body);
    Endings.unify(method.kind(), body);
    Results.unwrap(method, body);
    UnboxedResults.unbox(method, body);
    DelayedNews.delay(method, body);
    return body;
  }

  /** All passes, in order. */
  private MethodNode weave(AsyncMethod method, List<WovenClass.Machine> machines) {
    try {
      MethodNode body = prepare(method);
      Liveness liveness = Liveness.of(body, kept);
      SpillPlan plan = SpillPlan.of(method, body, liveness, calls);
      DeadLocals.forget(method, body, liveness);
      StateWriter.write(method, body, plan);
      ReducibleLoops.write(method, body);
      VariableRanges.cut(method, body);
      machines.add(
          new WovenClass.Machine(method.machine(), MachineWriter.write(method, plan, owner)));
      KickoffWriter.write(method);
      return body;
    } catch (WeavingException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new WeavingException(
          "WeavingFailed",
          method.displayName(),
          Instructions.firstLine(method.source()),
          "the weaver failed: " + e,
          e);
    }
  }

  private byte[] write() {
    ClassWriter writer = Limitless.classWriter();
    try {
      owner.accept(writer);
      return writer.toByteArray();
    } catch (MethodTooLargeException e) {
      throw new WeavingException(
          "MethodTooLarge",
          e.getClassName().replace('/', '.') + "." + e.getMethodName(),
          firstLine(e.getMethodName(), e.getDescriptor()),
          "its body with its suspension points takes "
              + e.getCodeSize()
              + " bytes, and the JVM allows 65535: move parts of it into async methods of their own",
          e);
    } catch (RuntimeException e) {
      throw new WeavingException(
          "WeavingFailed", owner.name.replace('/', '.'), -1, "the weaver failed: " + e, e);
    }
  }

  private int firstLine(String method, String descriptor) {
    return owner.methods.stream()
        .filter(each -> each.name.equals(method) && each.desc.equals(descriptor))
        .mapToInt(Instructions::firstLine)
        .findFirst()
        .orElse(-1);
  }
}
