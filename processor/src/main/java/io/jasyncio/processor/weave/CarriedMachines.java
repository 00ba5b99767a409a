package io.jasyncio.processor.weave;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Puts the machines of a woven class into the class itself, for a class that is woven while it is
 * loaded: no class loader would find them.
 *
 * <p>The class carries their bytes as constants. Where the first machine is made, the class defines
 * them itself, with its own {@code Lookup}:
 *
 * <pre>{@code
 * new Async_Crawler_fetch(this, uri)
 *     becomes
 * invokedynamic Async_Crawler_fetch$1a2b3c4d(this, uri)  // linked by CarriedMachine.link(bytes)
 * }</pre>
 *
 * <p>Before that no machine may be needed. So they are not named in the signatures of bodies, which
 * reflection resolves, and not where the verifier would compare them with their base class: a body
 * takes that base class, a {@code Coroutine} for example, and casts it for each access of a field.
 * A machine in the signature also kept a subclass's body from overriding this one, so bodies are
 * private here, behind doors like those of interfaces.
 *
 * <p>The names end in a checksum of the class. They meet neither declared machines nor, when a
 * debugger replaces the class, those of its older version.
 */
final class CarriedMachines {

  /** Half of what a constant may take: a byte takes up to two. */
  private static final int CHUNK = 30_000;

  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "io/jasyncio/codegen/CarriedMachine",
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
              + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
          false);

  private final ClassNode owner = new ClassNode();
  private final Map<String, ClassNode> machines = new HashMap<>();
  private final Set<String> doors = new HashSet<>();
  private final String suffix;

  private CarriedMachines(WovenClass woven) {
    new ClassReader(woven.classFile()).accept(owner, ClassReader.EXPAND_FRAMES);
    for (WovenClass.Machine machine : woven.machines()) {
      ClassNode node = new ClassNode();
      new ClassReader(machine.classFile()).accept(node, ClassReader.EXPAND_FRAMES);
      machines.put(machine.name(), node);
    }
    CRC32 checksum = new CRC32();
    checksum.update(woven.classFile());
    suffix = "$%08x".formatted(checksum.getValue());
  }

  /** Makes one class file of all. */
  static byte[] embed(WovenClass woven) {
    return new CarriedMachines(woven).embed();
  }

  private byte[] embed() {
    List<MethodNode> methods = new ArrayList<>();
    for (MethodNode method : owner.methods) {
      methods.add(method);
      if (isBody(method)) {
        closeBody(method, methods);
      }
    }
    owner.methods = methods;
    Map<String, Object[]> carried = new HashMap<>();
    machines.forEach((name, machine) -> carried.put(name, bytes(machine)));
    owner.methods.forEach(method -> detach(method, carried));
    return write(owner);
  }

  private boolean isBody(MethodNode method) {
    Type[] parameters = Type.getArgumentTypes(method.desc);
    return parameters.length > 1
        && parameters[parameters.length - 2].equals(Types.EXECUTION)
        && machines.containsKey(parameters[parameters.length - 1].getInternalName())
        && !method.name.endsWith(AsyncMethod.DOOR);
  }

  private void closeBody(MethodNode body, List<MethodNode> methods) {
    boolean inInterface = (owner.access & Opcodes.ACC_INTERFACE) != 0;
    if (inInterface || (body.access & Opcodes.ACC_STATIC) != 0) {
      return; // the one has a door, the other is not inherited
    }
    body.access = (body.access & ~Opcodes.ACC_FINAL) | Opcodes.ACC_PRIVATE;
    doors.add(body.name + general(body.desc));
    methods.add(DoorWriter.write(owner.name, false, body));
  }

  /** A machine as it is when the class that carries it defines it. */
  private Object[] bytes(ClassNode machine) {
    String name = machine.name;
    machine.name += suffix;
    for (MethodNode method : machine.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof FieldInsnNode field && field.owner.equals(name)) {
          field.owner = machine.name;
        } else if (insn instanceof MethodInsnNode call) {
          retarget(call);
        }
      }
    }
    String text = new String(write(machine), StandardCharsets.ISO_8859_1);
    List<Object> chunks = new ArrayList<>();
    for (int from = 0; from < text.length(); from += CHUNK) {
      chunks.add(text.substring(from, Math.min(from + CHUNK, text.length())));
    }
    return chunks.toArray();
  }

  /** The machine's call of its body. */
  private void retarget(MethodInsnNode call) {
    call.desc = general(call.desc);
    if (call.owner.equals(owner.name) && doors.contains(call.name + call.desc)) {
      call.name += AsyncMethod.DOOR;
      call.desc = DoorWriter.withReceiver(owner.name, call.desc);
      call.setOpcode(Opcodes.INVOKESTATIC);
    }
  }

  private void detach(MethodNode method, Map<String, Object[]> carried) {
    method.desc = general(method.desc);
    if (method.localVariables != null) {
      method.localVariables.forEach(variable -> variable.desc = general(variable.desc));
    }
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn instanceof FrameNode frame) {
        generalize(frame.local);
        generalize(frame.stack);
      } else if (insn instanceof TypeInsnNode made
          && made.getOpcode() == Opcodes.NEW
          && machines.containsKey(made.desc)) {
        method.instructions.remove(made.getNext()); // dup
        method.instructions.remove(made);
      } else if (insn instanceof FieldInsnNode field && machines.containsKey(field.owner)) {
        accessField(method, field);
      } else if (insn instanceof MethodInsnNode call) {
        call(method, call, carried);
      }
    }
    method.maxStack += 2; // for the value above a machine that is cast
  }

  private void call(MethodNode method, MethodInsnNode call, Map<String, Object[]> carried) {
    ClassNode machine = machines.get(call.owner);
    if (machine == null) {
      call.desc = general(call.desc);
    } else if (call.name.equals("<init>")) {
      Type made = Type.getObjectType(machine.superName);
      method.instructions.set(
          call,
          new InvokeDynamicInsnNode(
              simpleName(machine.name),
              Type.getMethodDescriptor(made, Type.getArgumentTypes(call.desc)),
              LINK,
              carried.get(call.owner)));
    } else {
      call.owner = machine.superName;
    }
  }

  /** The machine is below the value that is stored, and is what remains to be cast. */
  private void accessField(MethodNode method, FieldInsnNode field) {
    field.owner += suffix;
    InsnList cast = new InsnList();
    boolean wide = Type.getType(field.desc).getSize() == 2;
    if (field.getOpcode() == Opcodes.PUTFIELD) {
      cast.add(new InsnNode(wide ? Opcodes.DUP2_X1 : Opcodes.SWAP));
      if (wide) {
        cast.add(new InsnNode(Opcodes.POP2));
      }
    }
    cast.add(new TypeInsnNode(Opcodes.CHECKCAST, field.owner));
    if (field.getOpcode() == Opcodes.PUTFIELD) {
      cast.add(new InsnNode(wide ? Opcodes.DUP_X2 : Opcodes.SWAP));
      if (wide) {
        cast.add(new InsnNode(Opcodes.POP));
      }
    }
    method.instructions.insertBefore(field, cast);
  }

  private void generalize(List<Object> frame) {
    if (frame != null) {
      frame.replaceAll(
          type -> type instanceof String name && machines.containsKey(name) ? base(name) : type);
    }
  }

  /** The runtime's class that a machine extends: what is said of it before it is defined. */
  private String base(String machine) {
    return machines.get(machine).superName;
  }

  /** A descriptor without machines. */
  private String general(String descriptor) {
    String general = descriptor;
    for (String machine : machines.keySet()) {
      general = general.replace("L" + machine + ";", "L" + base(machine) + ";");
    }
    return general;
  }

  private static String simpleName(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }

  private static byte[] write(ClassNode node) {
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }
}
