package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.StateMachine;
import io.jasyncio.codegen.Suspendable;
import io.jasyncio.codegen.Suspension;
import io.jasyncio.internal.Sneaky;
import java.time.Duration;

/**
 * The execution of a plain generator and of those that it has handed on to with {@code emitAll}.
 *
 * <pre>{@code
 * a: emitAll(b)    b: emitAll(c)    c: emit(7)       innermost = c,  c.awaiter = b,  b.awaiter = a
 * }</pre>
 *
 * <p>Asking for a value resumes {@code c} right away. A generator that is handed on to is started
 * here, not inside the one that hands on, so that the Java stack does not grow with the chain.
 */
final class GeneratorRun extends Execution {

  private final Generator<?> root;

  /** What a body that has just suspended hands on to, to be started. */
  private Generator<?> next;

  private boolean running;

  GeneratorRun(Generator<?> root) {
    this.root = root;
  }

  /**
   * Runs to the next emit.
   *
   * @param sent a value or a {@link Failure}
   * @return what is emitted
   * @throws StopIteration when the root has returned
   */
  Object next(Object sent) {
    if (running) {
      throw new IllegalStateException("generator already executing: " + root);
    }
    running = true;
    try {
      Object outcome =
          sent instanceof Failure failure && failure.cause() instanceof GeneratorExit exit
              ? exit(exit)
              : go(sent);
      if (outcome == Suspension.SUSPENDED) {
        return emitted();
      }
      throw new StopIteration(outcome);
    } catch (Throwable failure) {
      throw Sneaky.raise(failure);
    } finally {
      running = false;
    }
  }

  private Object emitted() {
    return ((Generator<?>) innermost()).emittedValue();
  }

  private Object go(Object sent) throws Throwable {
    Object outcome;
    if (innermost() == null) {
      outcome = start(root);
    } else {
      deliver(sent);
      outcome = resume();
    }
    while (next != null) {
      push(next);
      next = null;
      outcome = resume();
    }
    return outcome;
  }

  /**
   * Ends one generator after the other, from the innermost on: each gets the exit anew, or what the
   * one before it has failed with.
   */
  private Object exit(GeneratorExit exit) throws Throwable {
    Throwable thrown = exit;
    for (StateMachine rest = detach(); rest != null; rest = detach()) {
      thrown = exitInnermost(thrown, exit);
      attach(rest);
    }
    return go(new Failure(thrown));
  }

  /** What the generator that has handed on to the innermost one gets when that has ended. */
  private Throwable exitInnermost(Throwable thrown, GeneratorExit exit) {
    try {
      return go(new Failure(thrown)) == Suspension.SUSPENDED
          ? new IllegalStateException("generator ignored GeneratorExit: " + innermost())
          : exit;
    } catch (GeneratorExit ended) {
      return exit;
    } catch (Throwable failure) {
      return failure;
    }
  }

  /** Hands on to a generator, or to whatever else can be iterated. */
  @Override
  protected Object emitAll(Object source) {
    if (source instanceof Generator<?> generator) {
      if (generator.isOver()) {
        return null;
      }
      next = generator.isUnused() ? generator : new StartedSource(generator);
    } else if (source instanceof Iterable<?> iterable) {
      next = new IteratorSource(iterable.iterator());
    } else {
      throw new NullPointerException("emitAll(null): there is nothing to emit");
    }
    return Suspension.SUSPENDED;
  }

  @Override
  protected Object await(Execution execution) {
    throw new IllegalStateException("nothing awaits a generator");
  }

  @Override
  protected Suspendable adapt(Object awaited) {
    throw waits();
  }

  @Override
  protected void waitFor(Suspendable awaited) {
    throw waits();
  }

  @Override
  protected Object sleep(Duration delay) {
    throw waits();
  }

  @Override
  protected void forgetWait() {
    next = null;
  }

  private static IllegalStateException waits() {
    return new IllegalStateException(
        "a Generator runs in plain Java code and cannot await: declare the method as"
            + " AsyncGenerator");
  }
}
