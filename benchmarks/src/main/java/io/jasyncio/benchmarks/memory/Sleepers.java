package io.jasyncio.benchmarks.memory;

import io.jasyncio.benchmarks.Form;
import io.jasyncio.benchmarks.kotlin.KotlinSleepers;

/** Makes coroutines that sleep for a day, in one form. */
public abstract class Sleepers {

  /** Longer than any measurement. */
  public static final int DAY_MILLIS = 24 * 3600 * 1000;

  static Sleepers of(Form form) {
    return switch (form) {
      case JASYNCIO -> new JasyncioSleepers();
      case HAND_WRITTEN -> new HandWrittenSleepers();
      case KOTLIN -> new KotlinSleepers();
      case VIRTUAL_THREADS, VIRTUAL_THREADS_1 -> new BlockingSleepers();
      case COMPLETABLE_FUTURE -> new StageSleepers();
      default -> throw new IllegalArgumentException(form + " is not measured here");
    };
  }

  /** Adds sleepers to those that are there, and returns when all are asleep. */
  public abstract void put(int count, int depth) throws InterruptedException;
}
