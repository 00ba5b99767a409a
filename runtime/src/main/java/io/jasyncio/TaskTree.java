package io.jasyncio;

import io.jasyncio.internal.AwaitedThrough;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The text of {@link EventLoop#dump}: who awaits whom, and where.
 *
 * <pre>
 * EventLoop (running), 3 tasks
 * +- Task 'main', waits for Task 'fetch'
 * |    at Crawler.crawl(Crawler.java:20)
 * |    at Crawler.main(Crawler.java:9)
 * |  +- Task 'fetch', sleeps
 * |       at Crawler.fetch(Crawler.java:31)
 * +- Task 'idle', has not started
 *      at Crawler.idle(Crawler.java:40)
 * </pre>
 */
final class TaskTree {

  /** Chains of tasks may be long; an indented text has its limits. */
  private static final int DEEPEST = 100;

  private static final int STEP = 3;

  private final StringBuilder text = new StringBuilder();
  private final IdentityHashMap<LoopTask<?>, Set<LoopTask<?>>> awaited = new IdentityHashMap<>();
  private final Set<LoopTask<?>> printed = Collections.newSetFromMap(new IdentityHashMap<>());

  private final SleepTimes sleeps;

  private TaskTree(SleepTimes sleeps) {
    this.sleeps = sleeps;
  }

  static String of(EventLoop loop, Collection<Task<?>> tasks, SleepTimes sleeps) {
    TaskTree tree = new TaskTree(sleeps);
    tree.text.append(loop).append(", ").append(tasks.size());
    tree.text.append(tasks.size() == 1 ? " task\n" : " tasks\n");
    List<LoopTask<?>> roots = new ArrayList<>();
    List<LoopTask<?>> all = new ArrayList<>();
    for (Task<?> each : tasks) {
      LoopTask<?> task = (LoopTask<?>) each;
      all.add(task);
      Set<LoopTask<?>> awaiters = new LinkedHashSet<>();
      collectAwaiters(task, awaiters, Collections.newSetFromMap(new IdentityHashMap<>()));
      if (awaiters.isEmpty()) {
        roots.add(task);
      }
      awaiters.forEach(
          awaiter -> tree.awaited.computeIfAbsent(awaiter, key -> new LinkedHashSet<>()).add(task));
    }
    tree.print(tree.withCycles(roots, all), "");
    return tree.text.toString();
  }

  /** Tasks that await each other in a circle hang from no root: one of each circle becomes one. */
  private List<LoopTask<?>> withCycles(List<LoopTask<?>> roots, List<LoopTask<?>> all) {
    Set<LoopTask<?>> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    List<LoopTask<?>> tops = new ArrayList<>(roots);
    roots.forEach(root -> reach(root, reached));
    for (LoopTask<?> task : all) {
      if (!reached.contains(task)) {
        tops.add(task);
        reach(task, reached);
      }
    }
    return tops;
  }

  private void reach(LoopTask<?> from, Set<LoopTask<?>> reached) {
    List<LoopTask<?>> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      LoopTask<?> task = open.remove(open.size() - 1);
      if (reached.add(task)) {
        open.addAll(awaited.getOrDefault(task, Set.of()));
      }
    }
  }

  /** Goes from callback to callback up to the tasks that wait. */
  private static void collectAwaiters(
      LoopFuture<?> future, Set<LoopTask<?>> awaiters, Set<Object> seen) {
    if (!seen.add(future)) {
      return;
    }
    for (Object callback : future.waiting()) {
      Object waiter = callback instanceof AwaitedThrough through ? through.waiter() : callback;
      if (waiter instanceof LoopTask<?> task) {
        awaiters.add(task);
      } else if (waiter instanceof LoopFuture<?> outer) {
        collectAwaiters(outer, awaiters, seen);
      }
    }
  }

  private void print(Collection<LoopTask<?>> siblings, String indent) {
    if (indent.length() > DEEPEST * STEP && !siblings.isEmpty()) {
      text.append(indent).append("+- ... (too deep to be shown)\n");
      return;
    }
    int left = siblings.size();
    for (LoopTask<?> task : siblings) {
      left--;
      String below = indent + (left > 0 ? "|  " : "   ");
      text.append(indent).append("+- ").append(task.title());
      if (!printed.add(task)) {
        text.append(" (see above)\n");
        continue;
      }
      text.append(", ").append(task.activity(sleeps)).append('\n');
      for (StackTraceElement frame : task.getStack()) {
        text.append(below).append("  at ").append(frame).append('\n');
      }
      print(awaited.getOrDefault(task, Set.of()), below);
    }
  }
}
