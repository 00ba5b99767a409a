package io.jasyncio;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The functions of the library that programs use, in its blocking twin. */
public final class Asyncio {

  private Asyncio() {}

  /** Gives the value, or throws the failure as it is, checked or not. */
  public static <T> T await(Awaitable<T> awaitable) {
    try {
      return awaitable.outcome();
    } catch (Throwable failure) {
      throw Asyncio.<RuntimeException>sneakily(failure);
    }
  }

  /** Waits for the stage; its failure is thrown without the wrapper of the stage. */
  public static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException wrapper) {
      throw Asyncio.<RuntimeException>sneakily(
          wrapper.getCause() == null ? wrapper : wrapper.getCause());
    }
  }

  /** Ends an async method with a value. */
  public static <T> Coroutine<T> result(T value) {
    return Coroutine.completed(value);
  }

  /** Ends an async method without a value. */
  public static Coroutine<Void> result() {
    return Coroutine.completed(null);
  }

  /** Hands a value to the consumer, which runs on another thread. */
  @SuppressWarnings("unchecked")
  public static <S> S emit(Object value) {
    return (S) Generator.emit(value);
  }

  /** Hands on to another generator. */
  @SuppressWarnings("unchecked")
  public static <R> R emitAll(Iterable<?> source) {
    return (R) Generator.emitAll(source);
  }

  /** Ends a generator. */
  public static <G> G done() {
    return done(null);
  }

  /** Ends a generator with a value. */
  @SuppressWarnings("unchecked")
  public static <G> G done(Object value) {
    return (G) new Generator.Done<>(value);
  }

  // The compiler infers an unchecked X, and at run time nothing checks it.
  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X sneakily(Throwable failure) throws X {
    throw (X) failure;
  }
}
