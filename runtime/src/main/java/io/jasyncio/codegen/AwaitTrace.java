package io.jasyncio.codegen;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds to the stack trace of an exception the awaits that it crosses, so that it reads as that of
 * plain calls would:
 *
 * <pre>
 * IOException: reset
 *   at Crawler.fetch(Crawler.java:31)      thrown here, after a suspension
 *   at Crawler.crawl(Crawler.java:20)      awaits fetch: added
 *   at Crawler.main(Crawler.java:9)        awaits crawl: added
 *   at io.jasyncio.LoopTask.step(...)      who runs the task
 * </pre>
 *
 * <p>The frames of this package and of state machines are left out, from the first crossing on.
 * Exceptions without a stack trace stay without. One that is thrown again and again, or that many
 * tasks get, must not grow for ever: a frame that an execution has added on an earlier way is not
 * added again, and there is a limit to the executions and to the length.
 */
final class AwaitTrace {

  private static final StackTraceElement[] NOTHING = {};
  private static final int NOWHERE = -1;
  private static final int LONGEST = 1024;

  /** An exception that has gone through more tasks than these is somebody's constant. */
  private static final int MOST_EXECUTIONS = 8;

  private static final String TAG = "await@";
  private static final String PACKAGE = Execution.class.getPackageName() + ".";

  /**
   * Stands in added frames in the place of the module's version, which is printed only after a
   * module's name, and these have none: tells added frames from others and one execution's from
   * another's.
   */
  private final String tag;

  /** Weakly, because the body that caught it runs on while this is on the stack. */
  private WeakReference<Throwable> failure = new WeakReference<>(null);

  /** Where the next frame is put. */
  private int end;

  /** What this execution has added to {@link #failure} before its present way. */
  private Set<StackTraceElement> known = Set.of();

  AwaitTrace(Execution execution) {
    tag = TAG + Integer.toHexString(System.identityHashCode(execution));
  }

  /** Something outside the execution has failed: {@code awaiter} gets the failure. */
  void delivered(Throwable thrown, StateMachine awaiter) {
    if (thrown instanceof Interruption interruption && interruption.firstTime()) {
      // It was made by the loop: its own frames say nothing of the place where it strikes.
      thrown.setStackTrace(NOTHING);
      failure = new WeakReference<>(thrown);
      end = 0;
      add(thrown, awaiter);
    } else {
      crossed(thrown, awaiter);
    }
  }

  /** A frame has failed: {@code awaiter} gets the failure. */
  void crossed(Throwable thrown, StateMachine awaiter) {
    try {
      if (thrown != failure.get()) {
        begin(thrown);
      }
      add(thrown, awaiter);
    } catch (RuntimeException ignored) {
      // A class of the user's may do strange things here. The failure matters more than its trace.
      end = NOWHERE;
    }
  }

  private void begin(Throwable thrown) {
    failure = new WeakReference<>(thrown);
    StackTraceElement[] trace = thrown.getStackTrace();
    known = new HashSet<>();
    Set<String> executions = new HashSet<>();
    int lastAdded = -1;
    int resumption = -1;
    for (int i = 0; i < trace.length; i++) {
      String version = trace[i].getModuleVersion();
      if (version != null && version.startsWith(TAG)) {
        lastAdded = i;
        resumption = -1;
        executions.add(version);
        if (version.equals(tag)) {
          known.add(trace[i]);
        }
      } else if (resumption < 0 && isResumption(trace[i])) {
        resumption = i;
      }
    }
    executions.add(tag);
    if (trace.length == 0 || executions.size() > MOST_EXECUTIONS) {
      end = NOWHERE;
    } else if (resumption >= 0) {
      end = dropMachinery(thrown, trace, resumption);
    } else {
      end = lastAdded >= 0 ? lastAdded + 1 : trace.length;
    }
  }

  /** Drops the frames of machinery up to {@code resumption}; returns what is left of these. */
  private int dropMachinery(Throwable thrown, StackTraceElement[] trace, int resumption) {
    List<StackTraceElement> kept = new ArrayList<>(trace.length);
    int before = 0;
    for (int i = 0; i < trace.length; i++) {
      if (i == resumption) {
        before = kept.size();
      }
      if (i > resumption || !isMachinery(trace[i])) {
        kept.add(trace[i]);
      }
    }
    thrown.setStackTrace(kept.toArray(StackTraceElement[]::new));
    return before;
  }

  private void add(Throwable thrown, StateMachine awaiter) {
    if (end == NOWHERE) {
      return;
    }
    StackTraceElement place = awaiter.location();
    if (place == null) {
      return;
    }
    StackTraceElement added =
        new StackTraceElement(
            null,
            null,
            tag,
            place.getClassName(),
            place.getMethodName(),
            place.getFileName(),
            place.getLineNumber());
    if (known.contains(added)) {
      return;
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    if (trace.length >= LONGEST || end > trace.length) {
      end = NOWHERE;
      return;
    }
    StackTraceElement[] longer = new StackTraceElement[trace.length + 1];
    System.arraycopy(trace, 0, longer, 0, end);
    longer[end] = added;
    System.arraycopy(trace, end, longer, end + 1, trace.length - end);
    thrown.setStackTrace(longer);
    end++;
  }

  private static boolean isResumption(StackTraceElement frame) {
    return frame.getClassName().equals(Execution.class.getName())
        && frame.getMethodName().equals("resume");
  }

  private static boolean isMachinery(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith(PACKAGE)
        || (frame.getMethodName().equals("resume")
            && name.startsWith("Async_", name.lastIndexOf('.') + 1));
  }
}
