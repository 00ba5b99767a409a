package io.jasyncio;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Ctrl-C, for all programs that run in this JVM at the moment. There is one handler of the signal
 * while there is a program to cancel.
 */
final class Interrupts {

  private static final String SIGNAL = "INT";

  /** What a JVM that is ended by Ctrl-C exits with. */
  private static final int EXIT_STATUS = 128 + 2;

  /** Who ends the JVM does not wait longer than this for programs that ignore Ctrl-C. */
  private static final Duration CLEAN_UP_LIMIT = Duration.ofSeconds(30);

  /** The programs that are not over. Guarded by the class. */
  private static final Set<Interrupts> RUNNING = new LinkedHashSet<>();

  /** Null while no program runs, and where signals cannot be handled. Guarded by the class. */
  private static Signals.Installed handler;

  /** In place of the handler, where signals cannot be handled. Guarded by the class. */
  private static Thread hook;

  private final EventLoop loop;
  private final Task<?> main;
  private final Thread thread = Thread.currentThread();

  /** Guarded by the class. */
  private boolean interrupted;

  private Interrupts(EventLoop loop, Task<?> main) {
    this.loop = loop;
    this.main = main;
  }

  /** Lets Ctrl-C cancel {@code main} from now on. */
  static Interrupts watch(EventLoop loop, Task<?> main) {
    Interrupts interrupts = new Interrupts(loop, main);
    synchronized (Interrupts.class) {
      if (RUNNING.isEmpty()) {
        install();
      }
      RUNNING.add(interrupts);
    }
    return interrupts;
  }

  /** The program is over: Ctrl-C has its usual effect again. Does nothing the second time. */
  void end() {
    synchronized (Interrupts.class) {
      if (RUNNING.remove(this)) {
        Interrupts.class.notifyAll();
        if (RUNNING.isEmpty()) {
          uninstall();
        }
      }
    }
  }

  /** Tells whether Ctrl-C has cancelled the main task. */
  boolean interrupted() {
    synchronized (Interrupts.class) {
      return interrupted;
    }
  }

  /** Ends the JVM as Ctrl-C does, once the other programs that it has cancelled are over, too. */
  void exit() {
    end();
    waitForCancelled(CLEAN_UP_LIMIT);
    System.exit(EXIT_STATUS);
  }

  private static void install() {
    Signals.Installed installed;
    try {
      installed = Signals.handle(SIGNAL, Interrupts::ctrlC);
    } catch (IllegalArgumentException | UnsupportedOperationException noSignals) {
      addHook();
      return;
    }
    if (installed.replacedDefault()) {
      handler = installed;
    } else {
      // The program has its own way with Ctrl-C.
      installed.remove();
    }
  }

  private static void addHook() {
    Thread adding = new Thread(Interrupts::shutdown, "jasyncio-shutdown");
    try {
      Runtime.getRuntime().addShutdownHook(adding);
      hook = adding;
    } catch (IllegalStateException shuttingDown) {
      hook = null;
    }
  }

  private static void uninstall() {
    if (handler != null) {
      handler.remove();
      handler = null;
    }
    if (hook != null) {
      try {
        boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException shuttingDown) {
        // The hook is what ends the programs now.
      }
      hook = null;
    }
  }

  /** On the thread of the signal. */
  private static void ctrlC() {
    synchronized (Interrupts.class) {
      if (!anyInterrupted()) {
        cancelAll();
        return;
      }
      // The second time, while programs still clean up.
      uninstall();
    }
    Signals.raise(SIGNAL);
  }

  private static boolean anyInterrupted() {
    return RUNNING.stream().anyMatch(program -> program.interrupted);
  }

  private static void cancelAll() {
    for (Interrupts program : RUNNING) {
      program.interrupted = true;
      program.loop.callSoonThreadsafeUnlessClosed(program.main::cancel);
    }
  }

  /** On the thread of the shutdown hook. */
  private static void shutdown() {
    synchronized (Interrupts.class) {
      // A program that has called System.exit itself waits for this hook: do not wait for it.
      RUNNING.removeIf(Interrupts::isExiting);
      cancelAll();
    }
    waitForCancelled(CLEAN_UP_LIMIT);
  }

  private boolean isExiting() {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }

  private static void waitForCancelled(Duration limit) {
    long start = System.nanoTime();
    boolean interruptedThread = false;
    synchronized (Interrupts.class) {
      long left = limit.toMillis();
      while (anyInterrupted() && left > 0) {
        try {
          Interrupts.class.wait(left);
        } catch (InterruptedException ignored) {
          interruptedThread = true;
        }
        left = limit.minusNanos(System.nanoTime() - start).toMillis();
      }
    }
    if (interruptedThread) {
      Thread.currentThread().interrupt();
    }
  }
}
