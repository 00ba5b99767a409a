package io.jasyncio.processor.weave;

import io.jasyncio.processor.weave.ControlFlow.Range;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.tree.LabelNode;

/**
 * Which blocks are copied, so that no resumption enters a loop in its middle.
 *
 * <p>A copy has a <em>level</em>: of how many loops around it, counted from the outermost, it only
 * finishes the iteration that a suspension interrupted. Level 0 is the code as it stands. A
 * resumption goes on at the level of all loops around its await. From there
 *
 * <ul>
 *   <li>whoever leaves loops goes down to the number of loops that are left;
 *   <li>whoever arrives at the header of the n-th loop goes down to n - 1: he enters it, or enters
 *       it again, as one should, and from now on it is a loop.
 * </ul>
 *
 * <pre>{@code
 * for (..) {             // level 0: the two loops
 *   a();                 // level 1: the inner loop, then d(), then to level 0's outer header
 *   for (..) {           // level 2: c(), then to level 1's inner header
 *     b(); await(..); c();
 *   }
 *   d();
 * }
 * }</pre>
 *
 * <p>Nothing goes up, and within a level each loop that is one is entered at its header; so the
 * result is reducible. And a block has at most one copy for each loop around it, however many
 * suspension points there are.
 */
final class LoopCopies {

  /** Above all loops: where the code that resumes stands. */
  static final int RESUMING = Integer.MAX_VALUE;

  /** What may be added to a block: a jump behind it, and an instruction that carries its line. */
  private static final int ADDED = 4;

  private final ControlFlow flow;
  private final Loops loops;
  private final BitSet resuming = new BitSet();
  private final List<BitSet> levels = new ArrayList<>(List.of(new BitSet()));

  private LoopCopies(ControlFlow flow, Loops loops) {
    this.flow = flow;
    this.loops = loops;
    findResuming(0);
    resuming.stream().forEach(block -> reachSuccessors(block, RESUMING));
  }

  /**
   * Makes the plan.
   *
   * @param start where the code begins if it is not resumed
   * @return nothing if that code itself is not reducible; no known compiler writes such
   */
  static Optional<LoopCopies> of(ControlFlow flow, LabelNode start) {
    return Loops.of(flow, flow.blockAt(start)).map(loops -> new LoopCopies(flow, loops));
  }

  private void findResuming(int block) {
    BitSet open = new BitSet();
    open.set(block);
    while (!open.isEmpty()) {
      int next = open.nextSetBit(0);
      open.clear(next);
      if (!loops.isReached(next) && !resuming.get(next)) {
        resuming.set(next);
        flow.successors(next).forEach(open::set);
      }
    }
  }

  private void reachSuccessors(int block, int level) {
    List<int[]> open = new ArrayList<>(List.of(new int[] {block, level}));
    while (!open.isEmpty()) {
      int[] from = open.remove(open.size() - 1);
      for (int next : flow.successors(from[0])) {
        int lower = level(from[1], next);
        if (lower > 0 && !isCopied(next, lower)) {
          while (levels.size() <= lower) {
            levels.add(new BitSet());
          }
          levels.get(lower).set(next);
          open.add(new int[] {next, lower});
        }
      }
    }
  }

  /** At which level one arrives at a block from another level. */
  int level(int from, int block) {
    int around = loops.depth(block);
    return Math.min(from, loops.isHeader(block) ? around - 1 : around);
  }

  /** The blocks that resume the code, and are not copied. */
  BitSet resuming() {
    return resuming;
  }

  boolean isResuming(Range blocks) {
    return blocks.from() < blocks.to() && resuming.nextClearBit(blocks.from()) >= blocks.to();
  }

  boolean isEmpty() {
    return levels.size() == 1;
  }

  /** The highest level of a copy. */
  int highest() {
    return levels.size() - 1;
  }

  /** The blocks that have a copy at a level. */
  BitSet at(int level) {
    return levels.get(level);
  }

  boolean isCopied(int block, int level) {
    return level < levels.size() && levels.get(level).get(block);
  }

  /** Whether control falls from a copy into that of the next block. */
  boolean continues(int block, int level) {
    return flow.blocks().get(block).fallsThrough()
        && isCopied(block, level)
        && level(level, block + 1) == level;
  }

  /** The copied blocks of a range, as ranges of blocks that have a copy at a level. */
  List<Range> parts(Range range, int level) {
    List<Range> parts = new ArrayList<>();
    BitSet copied = at(level);
    int from = copied.nextSetBit(range.from());
    while (from >= 0 && from < range.to()) {
      int to = Math.min(copied.nextClearBit(from), range.to());
      parts.add(new Range(from, to));
      from = copied.nextSetBit(to);
    }
    return parts;
  }

  /** The most bytes that the copies take. */
  int size() {
    int size = 0;
    for (int level = 1; level <= highest(); level++) {
      size +=
          at(level).stream()
              .map(block -> CodeSize.atMost(flow.blocks().get(block).nodes()) + ADDED)
              .sum();
    }
    return size;
  }
}
