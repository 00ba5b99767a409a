package io.jasyncio.processor.names;

/** The names of the library's types and methods that the processor knows. */
public final class Names {

  /** The annotation, as javac names it. */
  public static final String ASYNC = "io.jasyncio.annotations.Async";

  /** The annotation, as a class file names it. */
  public static final String ASYNC_DESCRIPTOR = "Lio/jasyncio/annotations/Async;";

  /** The annotation that asks for a facade, as javac names it. */
  public static final String TO_THREAD = "io.jasyncio.annotations.ToThread";

  /** The class with the static functions, as javac names it. */
  public static final String ASYNCIO = "io.jasyncio.Asyncio";

  /** The class with the static functions, as a class file names it. */
  public static final String ASYNCIO_INTERNAL = "io/jasyncio/Asyncio";

  /** {@code Asyncio.await}. */
  public static final String AWAIT = "await";

  /** {@code Asyncio.result}. */
  public static final String RESULT = "result";

  /** {@code Asyncio.sleep}. */
  public static final String SLEEP = "sleep";

  /** {@code Asyncio.emit}. */
  public static final String EMIT = "emit";

  /** {@code Asyncio.emitAll}. */
  public static final String EMIT_ALL = "emitAll";

  /** {@code Asyncio.done}. */
  public static final String DONE = "done";

  /** What is awaited when it is called, as javac names it. */
  public static final String COROUTINE = "io.jasyncio.Coroutine";

  /** What is awaited when it is called, as a class file names it. */
  public static final String COROUTINE_INTERNAL = "io/jasyncio/Coroutine";

  /** What a cancelled task throws, as javac names it. */
  public static final String CANCELLED_ERROR = "io.jasyncio.CancelledError";

  /** A resource whose closing is awaited, as javac names it. */
  public static final String ASYNC_CLOSEABLE = "io.jasyncio.AsyncCloseable";

  /** What an async method may loop over, as javac names it. */
  public static final String ASYNC_ITERABLE = "io.jasyncio.AsyncIterable";

  /** What such a loop iterates with, as a class file names it. */
  public static final String ASYNC_LOOP_INTERNAL = "io/jasyncio/codegen/AsyncLoop";

  /** The base of generators' machines, as a class file names it. */
  public static final String GENERATOR_MACHINE_INTERNAL = "io/jasyncio/codegen/GeneratorMachine";

  /** What can be awaited, as javac names it. */
  public static final String AWAITABLE = "io.jasyncio.Awaitable";

  /** What can be awaited, as a class file names it. */
  public static final String AWAITABLE_INTERNAL = "io/jasyncio/Awaitable";

  /** The entry points for woven code, as a class file names them. */
  public static final String SUSPENSION_INTERNAL = "io/jasyncio/codegen/Suspension";

  /** A chain of frames that run as one, as a class file names it. */
  public static final String EXECUTION_INTERNAL = "io/jasyncio/codegen/Execution";

  /** The base of machines, as a class file names it. */
  public static final String STATE_MACHINE_INTERNAL = "io/jasyncio/codegen/StateMachine";

  /** What marks machines for coverage tools, as a class file names it. */
  public static final String GENERATED_DESCRIPTOR = "Lio/jasyncio/codegen/GeneratedMachine;";

  /** What marks methods that leave no frame at their last await, as a class file names it. */
  public static final String TAIL_AWAIT_DESCRIPTOR = "Lio/jasyncio/codegen/TailAwait;";

  private Names() {}
}
