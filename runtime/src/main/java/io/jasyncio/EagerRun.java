package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspendable;
import io.jasyncio.codegen.Suspension;
import io.jasyncio.internal.CurrentLoop;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The call of a method that returns a {@code CompletableFuture} or a {@code CompletionStage}, made
 * on a thread without a loop. It starts on the thread that calls and goes on on the one that
 * completes what it waits for.
 *
 * <p>In a loop such a call is a task of that loop.
 */
final class EagerRun<T> extends Execution {

  private final Coroutine<T> coroutine;
  private final View view = new View();

  /** What a body that has just suspended waits for; null if it only gives way. */
  private StageWait noted;

  /** What ends the present wait; who takes it from here goes on with the body. */
  private final AtomicReference<StageWait> waiting = new AtomicReference<>();

  /** A cancellation that found the body running: its next wait gets it. */
  private volatile boolean cancelRequested;

  private EagerRun(Coroutine<T> coroutine) {
    this.coroutine = coroutine;
  }

  /** Starts a call on a thread without a loop. */
  static <T> CompletableFuture<T> call(Coroutine<T> coroutine) {
    EagerRun<T> run = new EagerRun<>(coroutine);
    run.goOn(null);
    return run.view;
  }

  /** Starts a call as a task of the loop that runs on this thread. */
  static <T> CompletableFuture<T> call(Coroutine<T> coroutine, EventLoop loop) {
    FutureView<T> view = new FutureView<>(loop);
    view.followNow(loop.tasks().start(coroutine, null, null, true));
    return view;
  }

  /** What the caller gets. Cancelling it cancels the body, once. */
  private final class View extends CompletableFuture<T> {

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean wasDone = isDone();
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled && !wasDone) {
        cancelBody();
      }
      return cancelled;
    }

    private void end() {
      boolean unused = super.cancel(false);
    }
  }

  /** Runs the body until it has ended or waits for a stage that is not done. */
  private void goOn(Object sent) {
    Object next = sent;
    while (next != Suspension.SUSPENDED) {
      try {
        Object outcome = step(next);
        if (outcome != Suspension.SUSPENDED) {
          complete(outcome);
          return;
        }
      } catch (CancelledError cancelled) {
        view.end();
        return;
      } catch (Throwable failure) {
        boolean unused = view.completeExceptionally(failure);
        return;
      }
      next = suspended();
    }
  }

  private Object step(Object sent) throws Throwable {
    if (innermost() == null) {
      return start(coroutine);
    }
    deliver(sent);
    return resume();
  }

  @SuppressWarnings("unchecked") // the coroutine's own result
  private void complete(Object outcome) {
    boolean unused = view.complete((T) outcome);
  }

  /** What the body gets, or {@link Suspension#SUSPENDED} if somebody else goes on with it. */
  private Object suspended() {
    StageWait wait = noted;
    noted = null;
    if (wait == null) { // there is nobody to give way to
      return null;
    }
    waiting.set(wait);
    if (cancelRequested && waiting.compareAndSet(wait, null)) {
      return cancellationOf(wait);
    }
    return wait.attach();
  }

  /** Any thread may call this, also while another one runs the body. */
  private void cancelBody() {
    cancelRequested = true;
    StageWait wait = waiting.get();
    // Asked in this order: the body may have got it meanwhile, and wait for something else now.
    if (wait != null && cancelRequested && waiting.compareAndSet(wait, null)) {
      goOn(cancellationOf(wait));
    }
  }

  private Object cancellationOf(StageWait wait) {
    cancelRequested = false;
    wait.cancelStage();
    return new Failure(new CancelledError(null));
  }

  @Override
  protected Object await(Execution execution) {
    throw new IllegalStateException("nothing awaits the call itself");
  }

  @Override
  protected Suspendable adapt(Object awaited) {
    return awaited instanceof CompletionStage<?> stage && !(awaited instanceof Awaitable<?>)
        ? new StageWait(stage)
        : Adapter.adapt(awaited, null);
  }

  @Override
  @SuppressWarnings("unchecked") // made by adapt() of this run
  protected void waitFor(Suspendable awaited) {
    if (!(awaited instanceof EagerRun<?>.StageWait)) {
      throw CurrentLoop.noneRuns();
    }
    noted = (StageWait) awaited;
  }

  @Override
  protected Object sleep(Duration delay) {
    return SleepTimer.await(delay, this);
  }

  @Override
  protected void forgetWait() {
    noted = null;
  }

  /** A wait for a stage, which any thread may complete. */
  private final class StageWait extends Suspendable {

    private final CompletionStage<?> stage;

    /** The thread that is inside {@link #attach}; only that thread ever finds itself here. */
    private Thread attaching;

    private Object atOnce = Suspension.SUSPENDED;

    StageWait(CompletionStage<?> stage) {
      this.stage = stage;
    }

    @Override
    protected Object await(Execution execution) throws Throwable {
      Object outcome = outcomeAtOnce();
      if (outcome == Suspension.SUSPENDED) {
        return Suspension.waitFor(this, execution);
      }
      if (outcome instanceof Failure failure) {
        throw failure.cause();
      }
      return outcome;
    }

    /** Asks only futures that can be trusted to tell: a minimal stage is one, and refuses. */
    private Object outcomeAtOnce() {
      boolean tells =
          stage.getClass() == CompletableFuture.class || stage instanceof EagerRun<?>.View;
      if (tells && ((CompletableFuture<?>) stage).isDone()) {
        return ((CompletableFuture<?>) stage).handle(StageWait::outcome).join();
      }
      return Suspension.SUSPENDED;
    }

    /**
     * Has the stage go on with the body. One that is done already says so on this thread and inside
     * this call: then the caller goes on, and a loop over such stages takes no Java stack.
     */
    private Object attach() {
      attaching = Thread.currentThread();
      CompletionStage<?> unused = stage.handle(this::settle);
      attaching = null;
      return atOnce;
    }

    private Object settle(Object value, Throwable failure) {
      if (waiting.compareAndSet(this, null)) {
        if (Thread.currentThread() == attaching) {
          atOnce = outcome(value, failure);
        } else {
          goOn(outcome(value, failure));
        }
      }
      return null;
    }

    private static Object outcome(Object value, Throwable failure) {
      if (failure == null) {
        return value;
      }
      Throwable cause = StageFuture.unwrap(failure);
      return new Failure(
          cause instanceof CancellationException ? new CancelledError(null, cause) : cause);
    }

    private void cancelStage() {
      try {
        stage.toCompletableFuture().cancel(false);
      } catch (UnsupportedOperationException notCancellable) {
        // A stage may refuse to be seen as a future: then it runs on, and nobody waits for it.
        return;
      }
    }
  }
}
