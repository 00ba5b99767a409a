package io.jasyncio.processor.weave;

import io.jasyncio.processor.names.Names;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Pass 3: loops over async iterables await each step, and close what they iterate where they are
 * left before its end.
 *
 * <pre>{@code
 * header: if (!i.hasNext()) goto end         header: if (!hasEmitted(await(i))) goto end
 *         x = i.next()                               x = i.next()
 *         ... goto end  (break)                      ... goto leave1
 *         ... return v                               ... goto leave2
 *         goto header                                goto header
 * end:                                       end:
 *                                            ...
 *                                            leave1: await(leaveLoop(i, null)); goto end
 *                                            leave2: await(leaveLoop(i, null)); return v
 *                                            catch (Throwable t): await(leaveLoop(i, t)); throw t
 * }</pre>
 */
final class AsyncLoops {

  private AsyncLoops() {}

  static void suspend(AsyncMethod method, MethodNode body) {
    EclipseLoops.rewrite(body);
    body.instructions.forEach(insn -> mendOwner(insn, body));
    List<AsyncLoop> loops = AsyncLoop.in(body);
    for (AsyncLoop loop : loops) {
      awaitStep(loop, body);
    }
    for (AsyncLoop loop : loops) {
      LoopExits.close(method, body, loop);
    }
  }

  /**
   * Over a type variable with several bounds JDK 17's javac casts to {@code Iterable}, and then
   * calls there what only {@code AsyncIterable} has.
   */
  private static void mendOwner(AbstractInsnNode insn, MethodNode body) {
    if (Instructions.isAsyncIterator(insn)
        && insn instanceof MethodInsnNode call
        && call.owner.equals("java/lang/Iterable")) {
      String owner = Names.ASYNC_ITERABLE.replace('.', '/');
      body.instructions.insertBefore(call, new TypeInsnNode(Opcodes.CHECKCAST, owner));
      call.owner = owner;
    }
  }

  private static void awaitStep(AsyncLoop loop, MethodNode body) {
    body.instructions.insertBefore(loop.hasNext(), Instructions.awaitCall());
    body.instructions.set(
        loop.hasNext(),
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            Names.SUSPENSION_INTERNAL,
            "hasEmitted",
            "(Ljava/lang/Object;)Z"));
  }
}
