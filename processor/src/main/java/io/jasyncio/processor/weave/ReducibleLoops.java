package io.jasyncio.processor.weave;

import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Pass 11: lets no resumption jump into a loop. The JIT compiler optimises loops that have one
 * entry, and gives up on the loops of a method in which one has two. So the rest of the interrupted
 * iteration is copied behind the method's code, and goes on to the loop's header.
 *
 * <pre>{@code
 * resume1: restore; goto after1              resume1: restore; goto after1'
 *
 * header:  if (..) goto end                  header:  if (..) goto end
 *          a(); begin; ..; suspend                    a(); begin; ..; suspend
 * after1:  b(); goto header                  after1:  b(); goto header
 * end:     ..                                end:     ..
 *                                            after1': b(); goto header
 * }</pre>
 *
 * <p>{@link LoopCopies} says what is copied where loops are nested. A method that the copies would
 * make too large for the JIT compiler stays as it is.
 */
final class ReducibleLoops {

  private ReducibleLoops() {}

  static void write(AsyncMethod method, MethodNode body) {
    ControlFlow flow = ControlFlow.of(body);
    LoopCopies copies = start(flow).flatMap(start -> LoopCopies.of(flow, start)).orElse(null);
    if (copies == null || copies.isEmpty() || !isCompiled(body, copies)) {
      return;
    }
    FrameTypes types = FrameTypes.of(method.owner(), body);
    if (isPossible(flow, copies, types)) {
      LoopCopyWriter.write(body, flow, copies, types);
    }
  }

  /** Where a body that is not resumed begins; nothing if it never suspends. */
  private static Optional<LabelNode> start(ControlFlow flow) {
    return flow.blocks().get(0).last() instanceof JumpInsnNode jump
            && jump.getOpcode() == Opcodes.IFNULL
        ? Optional.of(jump.label)
        : Optional.empty();
  }

  private static boolean isCompiled(MethodNode body, LoopCopies copies) {
    return CodeSize.atMost(body.instructions) + copies.size() <= CodeSize.COMPILED_BY_JIT;
  }

  /**
   * The verifier knows an object under construction by the instruction that makes it, of which
   * there is one for each level; so none may be carried to another level. No compiler does that.
   */
  private static boolean isPossible(ControlFlow flow, LoopCopies copies, FrameTypes types) {
    for (int level = 1; level <= copies.highest(); level++) {
      for (int block : copies.at(level).stream().toArray()) {
        for (int next : flow.successors(block)) {
          if (copies.level(level, next) != level
              && holdsUnfinished(types.before(flow.blocks().get(next).first()))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean holdsUnfinished(Frame<TypeValue> frame) {
    for (int local = 0; local < frame.getLocals(); local++) {
      if (frame.getLocal(local).isUninitialized()) {
        return true;
      }
    }
    for (int entry = 0; entry < frame.getStackSize(); entry++) {
      if (frame.getStack(entry).isUninitialized()) {
        return true;
      }
    }
    return false;
  }
}
