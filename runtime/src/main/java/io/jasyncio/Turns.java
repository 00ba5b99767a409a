package io.jasyncio;

import io.jasyncio.internal.LoopThread;

/**
 * What a loop does, turn by turn: waits until something is ready or due, then runs what is ready.
 *
 * <p>One turn empties the inbox, moves the timers that are due to the ready queue, and runs what is
 * in it then. What that makes ready is for the next turn, so that nothing starves. What it has
 * written to connections is sent at the end.
 *
 * <p>For the loop's thread, or while the loop is not running for one thread at a time, but for
 * {@link #post} and the questions about the thread.
 */
final class Turns {

  private final EventLoop loop;
  private final LoopThread thread;
  private final Poller poller;
  private final ReadyQueue ready = new ReadyQueue();
  private final TimerHeap timers = new TimerHeap();
  private final Inbox inbox = new Inbox();

  /** Null until there is a connection. */
  private LoopIo io;

  private boolean stopping;

  /** An interrupt was taken from the thread; it is given back when the loop ends. */
  private boolean interrupted;

  Turns(EventLoop loop, Poller poller) {
    this.loop = loop;
    this.thread = new LoopThread(loop);
    this.poller = poller;
  }

  Poller poller() {
    return poller;
  }

  /** What the loop's connections share; throws where the poller watches none. */
  LoopIo io() {
    if (io == null) {
      io = new LoopIo(loop, poller.network());
    }
    return io;
  }

  // Running

  /** Runs on this thread until {@link #stop} is called. */
  void run() {
    thread.begin();
    ManagedLoops.started(loop);
    try {
      do {
        runOnce();
      } while (!stopping);
    } finally {
      stopping = false;
      thread.end();
      ManagedLoops.stopped(loop);
      restoreInterrupt();
    }
  }

  /** Ends {@link #run} after the present turn. */
  void stop() {
    stopping = true;
  }

  private void runOnce() {
    timers.dropCancelled();
    poll();
    inbox.drainTo(ready);
    if (!timers.isEmpty()) {
      timers.moveDue(poller.time(), ready);
    }
    Object turn = Recording.beginTurn();
    // What these make ready is for the next turn.
    int steps = ready.size();
    for (int left = steps; left > 0; left--) {
      run(ready.remove());
    }
    if (io != null) {
      io.sendAll();
    }
    if (turn != null) {
      Recording.endTurn(turn, steps);
    }
    DebugMode debug = loop.debugMode();
    if (debug != null) {
      debug.reportCollected();
    }
  }

  private void run(Object item) {
    Object step = Recording.beginStep(item);
    try {
      DebugMode debug = loop.debugMode();
      if (debug != null) {
        debug.takeTurn((Ready) item);
      } else if (item instanceof LoopTask<?> task) { // mostly, and cheaper than by the interface
        task.takeTurn();
      } else {
        ((Ready) item).takeTurn();
      }
    } catch (Throwable failure) {
      loop.errors().callbackFailed(item, failure);
    }
    if (step != null) {
      Recording.endStep(step, item);
    }
    if (loop.context != null) {
      loop.context = null;
    }
  }

  private void poll() {
    long wait = nanosToWait();
    if (wait == 0 || !inbox.announceWait()) {
      poller.poll(0);
      return;
    }
    // An interrupted thread cannot wait. The interrupt is for whoever runs the loop.
    interrupted |= Thread.interrupted();
    poller.poll(wait);
    interrupted |= Thread.interrupted();
  }

  private long nanosToWait() {
    if (stopping || !ready.isEmpty()) {
      return 0;
    }
    return timers.isEmpty() ? Poller.FOREVER : Math.max(0, timers.earliest() - poller.time());
  }

  private void restoreInterrupt() {
    if (interrupted) {
      interrupted = false;
      Thread.currentThread().interrupt();
    }
  }

  // What is to run

  /** Has {@code item} run in the next turn. */
  void add(Ready item) {
    ready.add(item);
  }

  /** Has a program's callback run in the next turn. */
  void addCallback(LoopHandle handle) {
    if (thread.thread() == null) {
      // What other threads have posted before comes first, as it does while the loop runs.
      inbox.drainTo(ready);
    }
    ready.add(handle);
  }

  /** Has {@code timer} run when its time has come. */
  void addTimer(long when, Timed timer) {
    timers.add(when, timer);
  }

  /** The heap that {@link #addTimer} fills. */
  TimerHeap timers() {
    return timers;
  }

  /**
   * Has {@code handle} run soon, and wakes the loop up if it waits; from any thread.
   *
   * @return false if the loop is closed
   */
  boolean post(LoopHandle handle) {
    if (isOwnThread()) {
      ready.add(handle);
      return true;
    }
    Inbox.Put put = inbox.put(handle);
    if (put == Inbox.Put.WAKE_UP) {
      poller.wakeup();
    }
    return put != Inbox.Put.REFUSED;
  }

  /** Drops what is to run, and takes in nothing more. */
  void close() {
    inbox.close();
    ready.clear();
    timers.clear();
    if (io != null) {
      io.pipes.closeAll();
    }
    poller.close();
  }

  // The thread

  /** The thread that runs the loop, or null while none does. */
  Thread thread() {
    return thread.thread();
  }

  boolean isOwnThread() {
    return thread.isCurrent();
  }

  /** Throws if the loop runs on another thread. */
  void checkThread() {
    Thread owner = thread.thread();
    if (owner != null && owner != Thread.currentThread()) {
      throw new WrongLoopException(
          "The event loop runs on %s, this is %s. Use callSoonThreadsafe or runCoroutineThreadsafe"
              .formatted(owner, Thread.currentThread()));
    }
  }
}
