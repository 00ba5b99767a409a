package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.GeneratorMachine;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;

/**
 * A call of an async generator method, an {@code @Async} method that is declared to return one:
 * Python's asynchronous generator. Its body may {@code await} before it {@code emit}s.
 *
 * <pre>{@code
 * @Async
 * AsyncGenerator<Row> rows(Query query) {
 *   try (var cursor = await(query.open())) {
 *     while (await(cursor.fetch())) {
 *       emit(cursor.row());
 *     }
 *   }
 *   return done();
 * }
 *
 * for (Row row : rows(query)) {...}      // in an async method; each step may suspend
 * }</pre>
 *
 * <p>The call runs nothing. Each value that is asked for runs the body, as part of the task that
 * asks, up to its next {@code emit}. A loop that ends early closes the generator, and so does
 * {@code try (var rows = rows(query)) {...}}. A generator that is left open otherwise is closed by
 * {@link EventLoop#shutdownAsyncgens} when its loop ends, if it has not been collected before.
 *
 * <p>A generator is iterated once, by one task at a time: who asks for a value while another one
 * waits for one gets an {@link IllegalStateException}.
 *
 * <p>Subclasses are written by the annotation processor.
 *
 * @param <T> the type of the values
 */
public abstract class AsyncGenerator<T> extends GeneratorMachine
    implements AsyncIterator<T>, AsyncCloseable {

  /** It was told to end, and has no more values even if it would not. */
  private boolean closed;

  /** For generated subclasses. */
  protected AsyncGenerator() {}

  /**
   * Waits for the next value. Python's {@code __anext__}.
   *
   * @return a coroutine; it throws {@link StopAsyncIteration} when the body has returned
   */
  @Override
  public final Coroutine<T> anext() {
    return GeneratorCalls.next(new GeneratorStep<>(this, null, "anext"));
  }

  /**
   * Goes on with {@code value} as what the {@code emit} evaluates to at which the body stands, and
   * waits for the next value. Python's {@code asend}.
   *
   * @param value null to start
   * @return a coroutine; it throws {@link StopAsyncIteration} when the body has returned, and
   *     {@link IllegalArgumentException} for a value that is sent to a body that has not started
   */
  public final Coroutine<T> asend(Object value) {
    return GeneratorCalls.next(new GeneratorStep<>(this, value, "asend"));
  }

  /**
   * Throws an exception at the {@code emit} where the body stands, and waits for the next value.
   * Python's {@code athrow}. A generator that was not started ends with the exception at once.
   *
   * @param failure what to throw
   * @return a coroutine; it gives null if the body had ended before, and throws {@link
   *     StopAsyncIteration} when the body catches the exception and returns
   */
  public final Coroutine<T> athrow(Throwable failure) {
    Failure thrown = new Failure(Arguments.notNull(failure, "failure"));
    return GeneratorCalls.athrow(new GeneratorStep<>(this, thrown, "athrow"));
  }

  /**
   * Ends the generator: {@link GeneratorExit} is thrown at the {@code emit} where the body stands,
   * so that its {@code finally} blocks run; they may await. One that was not started just ends; one
   * that is over is left alone. Python's {@code aclose}.
   *
   * @return a coroutine; it throws {@link IllegalStateException} if the body emits again instead of
   *     ending, or if another task waits for a value
   */
  @Override
  public final Coroutine<Void> aclose() {
    return GeneratorCalls.aclose(this);
  }

  /** What was emitted last; asked once. */
  @SuppressWarnings("unchecked") // the body's values have been checked at compile time
  final T taken() {
    return (T) takeEmitted();
  }

  /** Ends a generator that has not started. */
  final void abandonUnstarted() {
    if (isCreated()) {
      abandon();
    }
  }

  /** True once the body has ended. */
  final boolean hasEnded() {
    return isFinished();
  }

  /** True once the body has ended, or must not be asked any more. */
  final boolean isOver() {
    return closed || isFinished();
  }

  /**
   * Runs the body up to its next emit, inside the frame that asks.
   *
   * @param sent a value or a {@link Failure}
   * @param operation for messages
   * @return {@link Suspension#EMITTED}, {@link Suspension#SUSPENDED}, or anything else at the end
   */
  final Object step(Execution execution, Object sent, String operation) throws Throwable {
    if (isOver()) {
      return null;
    }
    if (!isIdle()) {
      throw new IllegalStateException(
          operation + "(): asynchronous generator is already running: " + this);
    }
    closed = operation.equals("aclose");
    if (isCreated()) {
      checkMayStart(sent);
    }
    return advance(execution, sent);
  }

  private void checkMayStart(Object sent) throws Throwable {
    if (sent instanceof Failure failure) {
      abandon();
      throw failure.cause();
    }
    if (sent != null) {
      throw new IllegalArgumentException(
          "can't send a value to an async generator that was just made: start it with anext()");
    }
    EventLoop loop = CurrentLoop.runningOrNull();
    if (loop != null) {
      loop.asyncGenerators().add(this);
    }
  }

  @Override
  protected final Throwable leaving(Throwable failure) {
    return failure instanceof StopAsyncIteration || failure instanceof StopIteration
        ? new IllegalStateException(
            "async generator raised " + failure.getClass().getSimpleName(), failure)
        : failure;
  }

  @Override
  protected final RuntimeException reused() {
    return new IllegalStateException("asynchronous generator is already running: " + this);
  }

  @Override
  public final String toString() {
    String state = isCreated() ? "created" : isFinished() ? "closed" : "started";
    return getClass().getName() + " (" + state + ")";
  }
}
