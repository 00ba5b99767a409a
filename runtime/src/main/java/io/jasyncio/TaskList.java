package io.jasyncio;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The tasks of a loop that are not done, in the order of their making, linked through the tasks.
 */
final class TaskList {

  private LoopTask<?> first;
  private LoopTask<?> last;

  void add(LoopTask<?> task) {
    task.previous = last;
    if (last == null) {
      first = task;
    } else {
      last.next = task;
    }
    last = task;
  }

  void remove(LoopTask<?> task) {
    if (task.previous == null) {
      first = task.next;
    } else {
      task.previous.next = task.next;
    }
    if (task.next == null) {
      last = task.previous;
    } else {
      task.next.previous = task.previous;
    }
    task.previous = null;
    task.next = null;
  }

  Set<Task<?>> toSet() {
    Set<Task<?>> tasks = new LinkedHashSet<>();
    for (LoopTask<?> task = first; task != null; task = task.next) {
      tasks.add(task);
    }
    return Collections.unmodifiableSet(tasks);
  }
}
