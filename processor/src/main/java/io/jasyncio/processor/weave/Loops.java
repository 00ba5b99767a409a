package io.jasyncio.processor.weave;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The loops of a method. A loop is what leads back to its header, the one block at which it is
 * entered; a method in which all loops are of this kind is called reducible.
 */
final class Loops {

  private static final int NONE = -1;

  private final ControlFlow flow;

  /** For each block its place in reverse postorder; none for one that is not reached. */
  private final int[] order;

  private final List<Integer> ordered = new ArrayList<>();
  private final int[] dominator;
  private final List<List<Integer>> predecessors = new ArrayList<>();

  /** The blocks of each loop, by its header. */
  private final Map<Integer, BitSet> bodies = new HashMap<>();

  private final int[] depth;

  private Loops(ControlFlow flow, int entry) {
    this.flow = flow;
    int count = flow.blocks().size();
    this.order = new int[count];
    Arrays.fill(order, NONE);
    this.dominator = new int[count];
    Arrays.fill(dominator, NONE);
    this.depth = new int[count + 1]; // the end of the code is in no loop
    sort(entry);
    findPredecessors();
    dominate(entry);
  }

  /** Finds the loops of what is reached from a block; nothing if that is not reducible. */
  static Optional<Loops> of(ControlFlow flow, int entry) {
    Loops loops = new Loops(flow, entry);
    return loops.findBodies() ? Optional.of(loops) : Optional.empty();
  }

  boolean isReached(int block) {
    return order[block] != NONE;
  }

  boolean isHeader(int block) {
    return bodies.containsKey(block);
  }

  /** In how many loops a block is. */
  int depth(int block) {
    return depth[block];
  }

  private void sort(int entry) {
    BitSet seen = new BitSet();
    Deque<Integer> path = new ArrayDeque<>();
    Deque<Iterator<Integer>> open = new ArrayDeque<>();
    seen.set(entry);
    path.push(entry);
    open.push(flow.successors(entry).iterator());
    while (!path.isEmpty()) {
      if (open.peek().hasNext()) {
        int next = open.peek().next();
        if (!seen.get(next)) {
          seen.set(next);
          path.push(next);
          open.push(flow.successors(next).iterator());
        }
      } else {
        open.pop();
        ordered.add(path.pop());
      }
    }
    Collections.reverse(ordered);
    for (int place = 0; place < ordered.size(); place++) {
      order[ordered.get(place)] = place;
    }
  }

  private void findPredecessors() {
    flow.blocks().forEach(block -> predecessors.add(new ArrayList<>()));
    for (int block : ordered) {
      flow.successors(block).forEach(next -> predecessors.get(next).add(block));
    }
  }

  /** Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm. */
  private void dominate(int entry) {
    dominator[entry] = entry;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int block : ordered.subList(1, ordered.size())) {
        int common = NONE;
        for (int predecessor : predecessors.get(block)) {
          if (dominator[predecessor] != NONE) {
            common = common == NONE ? predecessor : commonDominator(common, predecessor);
          }
        }
        if (dominator[block] != common) {
          dominator[block] = common;
          changed = true;
        }
      }
    }
  }

  private int commonDominator(int one, int other) {
    while (one != other) {
      if (order[one] > order[other]) {
        one = dominator[one];
      } else {
        other = dominator[other];
      }
    }
    return one;
  }

  private boolean dominates(int upper, int lower) {
    while (order[lower] > order[upper]) {
      lower = dominator[lower];
    }
    return lower == upper;
  }

  /** False if something leads back to a block that is not the only way in. */
  private boolean findBodies() {
    for (int block : ordered) {
      for (int next : flow.successors(block)) {
        if (order[next] <= order[block]) {
          if (!dominates(next, block)) {
            return false;
          }
          addBody(next, block);
        }
      }
    }
    bodies.values().forEach(body -> body.stream().forEach(block -> depth[block]++));
    return true;
  }

  /** What reaches the end of a loop without passing its header is in the loop. */
  private void addBody(int header, int end) {
    BitSet body = bodies.computeIfAbsent(header, unused -> new BitSet());
    body.set(header);
    Deque<Integer> open = new ArrayDeque<>();
    open.push(end);
    while (!open.isEmpty()) {
      int block = open.pop();
      if (!body.get(block)) {
        body.set(block);
        predecessors.get(block).forEach(open::push);
      }
    }
  }
}
