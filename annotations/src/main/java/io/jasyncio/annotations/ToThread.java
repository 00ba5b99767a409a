package io.jasyncio.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Writes a facade {@code <Type>Async} for a class or interface whose methods block: it has the same
 * methods, each as a coroutine that runs the call on another thread.
 *
 * <pre>{@code
 * @ToThread(maxWorkers = 1, threadNamePrefix = "db")
 * class Accounts {
 *   Accounts(Connection connection) {...}
 *   long balance(String owner) throws SQLException {...}
 * }
 *
 * var accounts = new AccountsAsync(new Accounts(connection));
 * long balance = await(accounts.balance("Ada"));
 * }</pre>
 *
 * <p>The facade stands in the package of the annotated element. It has the instance methods that it
 * may call there, inherited and default ones too, but for those of {@link Object}. Their checked
 * exceptions are declared, and come out of the await. A method that returns a coroutine already
 * keeps its signature and is called directly.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface ToThread {

  /**
   * Types of other libraries to write facades for, in place of the annotated one.
   *
   * @return the types; none for the annotated type itself
   */
  Class<?>[] value() default {};

  /**
   * The most threads that one facade uses at a time. One is for what must be used from one thread:
   * its calls then run in the order in which they were awaited.
   *
   * @return the number; 0 for the loop's default executor
   */
  int maxWorkers() default 0;

  /**
   * What the names of the facade's own threads begin with.
   *
   * @return the prefix; empty for the type's name
   */
  String threadNamePrefix() default "";
}
