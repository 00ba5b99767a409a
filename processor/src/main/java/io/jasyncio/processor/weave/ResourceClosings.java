package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Pass 2: try-with-resources awaits the closing of its resources.
 *
 * <p>javac writes the closing after a failure in a way that nothing else is written, and it names
 * the local that holds the resource; every other {@code close} of that local is the closing after a
 * normal end.
 *
 * <pre>{@code
 * catch (Throwable t) {                      catch (Throwable t) {
 *   try { r.close(); }                         try { await(Suspension.leave(r, t)); }
 *   catch (Throwable x) {                      catch (Throwable x) {
 *     t.addSuppressed(x);                        Suspension.replace(t, x);
 *   }                                          }
 *   throw t;                                   throw t;
 * }                                          }
 * ... r.close(); ...                         ... await(Suspension.leave(r, null)); ...
 * }</pre>
 *
 * <p>Behind a block without statements nothing can fail but the closing, and javac writes only
 * {@code r = ...; if (r != null) r.close();}. A program may say that as well, of a type that is no
 * resource, so the call goes along as a method handle, for what does not suspend.
 *
 * <p>What the resource is shows at run time: one that closes plainly is closed plainly.
 */
final class ResourceClosings {

  /** Types of the JDK that a suspending resource may be declared as; its classes are none. */
  private static final Set<String> OPEN_TYPES =
      Set.of("java/lang/AutoCloseable", "java/io/Closeable");

  /** A closing after a failure: the call, and the locals of the resource and of the failure. */
  private record Closing(MethodInsnNode close, VarInsnNode resource, int failure) {}

  private final MethodNode body;

  private ResourceClosings(MethodNode body) {
    this.body = body;
  }

  static void suspend(MethodNode body) {
    new ResourceClosings(body).suspend();
    EclipseClosings.suspend(body);
  }

  private void suspend() {
    List<Closing> closings = new ArrayList<>();
    for (TryCatchBlockNode block : body.tryCatchBlocks) {
      Closing closing = closingAfterFailure(block);
      if (closing != null) {
        closings.add(closing);
        replaceAddSuppressed(block);
      }
    }
    for (Closing closing : closings) {
      awaitClosing(body, closing.close(), new VarInsnNode(Opcodes.ALOAD, closing.failure()));
    }
    for (AbstractInsnNode insn : body.instructions.toArray()) {
      if (insn instanceof MethodInsnNode call) {
        if (closings.stream().anyMatch(closing -> closesSameResource(call, closing))) {
          awaitClosing(body, call, new InsnNode(Opcodes.ACONST_NULL));
        } else if (closesAtOnce(call)) {
          awaitLikelyClosing(call);
        }
      }
    }
  }

  /** Recognises {@code try { r.close(); } catch (Throwable x) { t.addSuppressed(x); }}. */
  private static Closing closingAfterFailure(TryCatchBlockNode block) {
    AbstractInsnNode load = real(block.start);
    if (!"java/lang/Throwable".equals(block.type)
        || load == null
        || load.getOpcode() != Opcodes.ALOAD
        || !(real(load.getNext()) instanceof MethodInsnNode close)
        || !mayClose(close)
        || real(close.getNext()) != real(block.end)) {
      return null;
    }
    AbstractInsnNode storeClosing = real(block.handler);
    AbstractInsnNode loadFailure = next(storeClosing);
    AbstractInsnNode loadClosing = next(loadFailure);
    if (storeClosing.getOpcode() == Opcodes.ASTORE
        && loadFailure.getOpcode() == Opcodes.ALOAD
        && loadClosing.getOpcode() == Opcodes.ALOAD
        && ((VarInsnNode) loadClosing).var == ((VarInsnNode) storeClosing).var
        && isAddSuppressed(next(loadClosing))) {
      return new Closing(close, (VarInsnNode) load, ((VarInsnNode) loadFailure).var);
    }
    return null;
  }

  static boolean mayClose(MethodInsnNode call) {
    return call.name.equals("close")
        && call.desc.equals("()V")
        && call.getOpcode() != Opcodes.INVOKESTATIC
        && (!call.owner.startsWith("java/") || OPEN_TYPES.contains(call.owner));
  }

  static boolean isAddSuppressed(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && call.owner.equals("java/lang/Throwable")
        && call.name.equals("addSuppressed");
  }

  private void replaceAddSuppressed(TryCatchBlockNode block) {
    AbstractInsnNode add = next(next(next(real(block.handler))));
    body.instructions.set(
        add,
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            Names.SUSPENSION_INTERNAL,
            "replace",
            "(Ljava/lang/Throwable;Ljava/lang/Throwable;)V"));
  }

  private static boolean closesSameResource(MethodInsnNode call, Closing closing) {
    return call.owner.equals(closing.close().owner)
        && call.name.equals("close")
        && call.desc.equals("()V")
        && Instructions.straightPredecessor(call) instanceof VarInsnNode load
        && load.getOpcode() == Opcodes.ALOAD
        && load.var == closing.resource().var;
  }

  /**
   * Recognises {@code r = ...; if (r != null) r.close();}. Only where {@code r} is made right there
   * does javac leave out the test for null; any other close of what was just stored is the user's.
   */
  private static boolean closesAtOnce(MethodInsnNode call) {
    if (!mayClose(call)
        || !(call.getPrevious() instanceof VarInsnNode load)
        || load.getOpcode() != Opcodes.ALOAD) {
      return false;
    }
    AbstractInsnNode before = previous(load);
    if (before != null && before.getOpcode() == Opcodes.IFNULL) {
      AbstractInsnNode tested = previous(before);
      return isLocal(tested, Opcodes.ALOAD, load.var)
          && isLocal(previous(tested), Opcodes.ASTORE, load.var);
    }
    return isLocal(before, Opcodes.ASTORE, load.var)
        && previous(before) instanceof MethodInsnNode made
        && made.name.equals("<init>");
  }

  private static boolean isLocal(AbstractInsnNode insn, int opcode, int local) {
    return insn instanceof VarInsnNode variable
        && variable.getOpcode() == opcode
        && variable.var == local;
  }

  /** The executed instruction before this one; null where control may come from elsewhere. */
  private static AbstractInsnNode previous(AbstractInsnNode insn) {
    AbstractInsnNode previous = insn.getPrevious();
    while (previous instanceof LabelNode || previous instanceof LineNumberNode) {
      previous = previous.getPrevious();
    }
    return previous instanceof FrameNode ? null : previous;
  }

  /** Awaits the closing instead of calling it. */
  static void awaitClosing(MethodNode body, MethodInsnNode close, AbstractInsnNode loadFailure) {
    replace(body, close, loadFailure, "leave", "Ljava/lang/Throwable;");
  }

  /** Awaits the closing if it is one that suspends, and makes the call otherwise. */
  private void awaitLikelyClosing(MethodInsnNode close) {
    LdcInsnNode loadCall = new LdcInsnNode(handleOf(close));
    replace(body, close, loadCall, "leaveOrCall", "Ljava/lang/invoke/MethodHandle;");
  }

  /** Awaits what a method of the runtime makes of the resource and one more argument. */
  private static void replace(
      MethodNode body,
      MethodInsnNode close,
      AbstractInsnNode loadArgument,
      String maker,
      String argumentType) {
    InsnList code = new InsnList();
    code.add(loadArgument);
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            Names.SUSPENSION_INTERNAL,
            maker,
            "(Ljava/lang/Object;" + argumentType + ")Ljava/lang/Object;"));
    code.add(Instructions.awaitCall());
    code.add(new InsnNode(Opcodes.POP));
    body.instructions.insertBefore(close, code);
    body.instructions.remove(close);
    body.maxStack++; // the argument above the resource
  }

  private static Handle handleOf(MethodInsnNode call) {
    int kind =
        switch (call.getOpcode()) {
          case Opcodes.INVOKEINTERFACE -> Opcodes.H_INVOKEINTERFACE;
          case Opcodes.INVOKESPECIAL -> Opcodes.H_INVOKESPECIAL;
          default -> Opcodes.H_INVOKEVIRTUAL;
        };
    return new Handle(kind, call.owner, call.name, call.desc, call.itf);
  }

  static AbstractInsnNode next(AbstractInsnNode insn) {
    return real(insn.getNext());
  }

  /** The first executed instruction from here on. */
  private static AbstractInsnNode real(AbstractInsnNode insn) {
    AbstractInsnNode at = insn;
    while (at != null && at.getOpcode() < 0) {
      at = at.getNext();
    }
    return at;
  }
}
