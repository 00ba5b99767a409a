package io.jasyncio.examples;

import static io.jasyncio.Asyncio.emit;

import io.jasyncio.Generator;
import io.jasyncio.annotations.Async;

/**
 * A generator in plain Java code: the body runs as far as somebody asks for values.
 *
 * <p>Python's
 *
 * <pre>{@code
 * def fibonacci():
 *     a, b = 0, 1
 *     while True:
 *         yield a
 *         a, b = b, a + b
 * }</pre>
 */
public final class Fibonacci {

  private Fibonacci() {}

  @Async
  static Generator<Long> fibonacci() {
    long a = 0;
    long b = 1;
    while (true) {
      emit(a);
      long sum = a + b;
      a = b;
      b = sum;
    }
  }

  /** Runs the example. */
  public static void main(String[] args) {
    for (long number : fibonacci()) {
      if (number > 100) {
        break;
      }
      System.out.println(number);
    }
    System.out.println("the 91st is " + fibonacci().stream().skip(90).findFirst().orElseThrow());
  }
}
