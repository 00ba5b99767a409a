package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How {@link Asyncio#run} and {@link Runner} run a program. The counterpart of the arguments of
 * {@code asyncio.run}.
 *
 * <pre>{@code
 * run(main(), RunOptions.DEFAULT.withDebug(true).withOnInterrupt(OnInterrupt.THROW));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class RunOptions {

  /** A new loop of the usual kind, its debug mode as it is by default, Ctrl-C ends the JVM. */
  public static final RunOptions DEFAULT =
      new RunOptions(Optional.empty(), Optional.empty(), OnInterrupt.EXIT);

  private final Optional<Boolean> debug;
  private final Optional<Supplier<EventLoop>> loopFactory;
  private final OnInterrupt onInterrupt;

  private RunOptions(
      Optional<Boolean> debug, Optional<Supplier<EventLoop>> loopFactory, OnInterrupt onInterrupt) {
    this.debug = debug;
    this.loopFactory = loopFactory;
    this.onInterrupt = onInterrupt;
  }

  /**
   * Switches the debug mode of the loop on or off.
   *
   * @param on true to switch it on
   * @return options that are otherwise as these
   */
  public RunOptions withDebug(boolean on) {
    return new RunOptions(Optional.of(on), loopFactory, onInterrupt);
  }

  /**
   * Makes the loop another way.
   *
   * @param factory gives a loop that is not running; the run closes it
   * @return options that are otherwise as these
   */
  public RunOptions withLoopFactory(Supplier<EventLoop> factory) {
    return new RunOptions(debug, Optional.of(Arguments.notNull(factory, "factory")), onInterrupt);
  }

  /**
   * Says what Ctrl-C does.
   *
   * @param choice what to do
   * @return options that are otherwise as these
   */
  public RunOptions withOnInterrupt(OnInterrupt choice) {
    return new RunOptions(debug, loopFactory, Arguments.notNull(choice, "choice"));
  }

  /** Empty to leave the debug mode as the loop has it. */
  Optional<Boolean> debug() {
    return debug;
  }

  Optional<Supplier<EventLoop>> loopFactory() {
    return loopFactory;
  }

  OnInterrupt onInterrupt() {
    return onInterrupt;
  }
}
