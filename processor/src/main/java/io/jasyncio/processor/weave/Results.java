package io.jasyncio.processor.weave;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Pass 5: a body returns the plain result, where the source returns a coroutine.
 *
 * <pre>{@code
 * return result(v);           return v;
 * return fetch(uri);          return await(fetch(uri));
 * }</pre>
 *
 * <p>A {@code result(v)} need not stand beside its return: the compiler parks the value in a local
 * while a {@code finally} block runs, and joins the arms of a conditional. So each value is
 * followed to its uses. One that is used for anything but returning becomes a real coroutine; a
 * generator has none, so there it is an error, unless nothing uses it at all.
 */
final class Results {

  private final AsyncMethod method;
  private final MethodNode body;

  private Results(AsyncMethod method, MethodNode body) {
    this.method = method;
    this.body = body;
  }

  static void unwrap(AsyncMethod method, MethodNode body) {
    new Results(method, body).unwrap();
  }

  private void unwrap() {
    ResultFlow flow = ResultFlow.of(method.owner(), body);
    Set<AbstractInsnNode> plain = plainResults(flow);

    AbstractInsnNode[] code = body.instructions.toArray();
    for (int i = 0; i < code.length; i++) {
      if (code[i] instanceof FrameNode frame && flow.before(i) != null) {
        retype(frame, flow.before(i), plain);
      } else if (Instructions.isResult(code[i])) {
        MethodInsnNode call = (MethodInsnNode) code[i];
        if (method.kind().isGenerator() && isDropped(call, flow)) {
          dropResult(call);
        } else {
          rewriteResult(call, plain.contains(call));
        }
      }
    }
    flow.returned()
        .forEach(
            (areturn, origin) -> {
              if (!isPlain(origin, plain)) {
                awaitInside(areturn);
              }
            });
  }

  /**
   * Awaits what is returned inside the tries around the return: {@code try { return fetch(); }
   * catch (IOException e) {..}} is to catch. javac ends the range of a try right before the return
   * instruction, which cannot throw; so the ranges that end there are extended over the await.
   */
  private void awaitInside(AbstractInsnNode areturn) {
    LabelNode awaited = new LabelNode();
    for (AbstractInsnNode at = areturn.getPrevious();
        at != null && at.getOpcode() < 0;
        at = at.getPrevious()) {
      for (TryCatchBlockNode block : body.tryCatchBlocks) {
        if (block.end == at) {
          block.end = awaited;
        }
      }
    }
    body.instructions.insertBefore(areturn, tailCall(areturn));
    body.instructions.insertBefore(areturn, awaited);
  }

  private MethodInsnNode tailCall(AbstractInsnNode areturn) {
    return switch (method.kind()) {
      case COROUTINE, FUTURE, STAGE -> Instructions.awaitCall();
      case GENERATOR -> Instructions.emitAllCall();
      case ASYNC_GENERATOR ->
          throw new WeavingException(
              "GeneratorReturn",
              method.displayName(),
              Instructions.lineOf(areturn),
              "an AsyncGenerator ends with return done()");
    };
  }

  /** The results that only ever reach returns which see nothing but such results. */
  private static Set<AbstractInsnNode> plainResults(ResultFlow flow) {
    Set<AbstractInsnNode> plain = new HashSet<>();
    flow.returned().values().forEach(origin -> plain.addAll(origin.results()));
    plain.removeAll(flow.escaped());
    boolean changed = true;
    while (changed) {
      changed = false;
      for (ResultFlow.Origin origin : flow.returned().values()) {
        if (!isPlain(origin, plain)) {
          changed |= plain.removeAll(origin.results());
        }
      }
    }
    return plain;
  }

  private static boolean isPlain(ResultFlow.Origin origin, Set<AbstractInsnNode> plain) {
    return !origin.elsewhere() && plain.containsAll(origin.results());
  }

  /** Whether a result is parked for a {@code finally} block that lets none be returned. */
  private static boolean isDropped(MethodInsnNode call, ResultFlow flow) {
    return Instructions.next(call).getOpcode() == Opcodes.ASTORE
        && !flow.escaped().contains(call)
        && flow.returned().values().stream().noneMatch(each -> each.results().contains(call));
  }

  /** Nobody looks at it, and null goes where any type is declared. */
  private void dropResult(MethodInsnNode call) {
    if (!call.desc.startsWith("()")) {
      body.instructions.insertBefore(call, new InsnNode(Opcodes.POP));
    }
    body.instructions.set(call, new InsnNode(Opcodes.ACONST_NULL));
  }

  private void rewriteResult(MethodInsnNode call, boolean plain) {
    boolean hasValue = !call.desc.startsWith("()");
    if (plain && hasValue) {
      body.instructions.remove(call);
    } else if (plain) {
      body.instructions.set(call, new InsnNode(Opcodes.ACONST_NULL));
    } else {
      if (!hasValue) {
        body.instructions.insertBefore(call, new InsnNode(Opcodes.ACONST_NULL));
      }
      Endings.restore(method, call);
    }
  }

  /** A frame that knew the parked value by the return type now knows it as an object. */
  private static void retype(
      FrameNode node, Frame<ResultFlow.Origin> frame, Set<AbstractInsnNode> plain) {
    int local = 0;
    for (int entry = 0; entry < node.local.size(); entry++) {
      retype(node.local, entry, frame.getLocal(local), plain);
      local += new TypeValue(node.local.get(entry)).getSize();
    }
    for (int entry = 0; entry < node.stack.size(); entry++) {
      retype(node.stack, entry, frame.getStack(entry), plain);
    }
  }

  private static void retype(
      List<Object> entries, int entry, ResultFlow.Origin value, Set<AbstractInsnNode> plain) {
    if (entries.get(entry) instanceof String && isPlain(value, plain)) {
      entries.set(entry, Types.OBJECT.getInternalName());
    }
  }
}
