package io.jasyncio.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * A test that is an async method: it runs on a loop on virtual time, which it has to itself.
 *
 * <pre>{@code
 * @AsyncTest
 * @Async
 * Coroutine<Void> lateAnswer_timesOut() {
 *   try {
 *     await(waitFor(answer(), Duration.ofHours(1)));
 *     fail("no time-out");
 *   } catch (AsyncTimeoutException expected) {
 *     assertEquals(0, server.connections());
 *   }
 *   return result();
 * }
 * }</pre>
 *
 * <p>The test fails if it throws, if it does not get on, or takes too long (the message then says
 * which tasks wait where), if it leaves tasks that are not done, and if the loop's exception
 * handler is told of an error, such as a coroutine that is never awaited. A test that expects
 * errors sets an exception handler of its own.
 *
 * <p>JUnit Jupiter accepts no test methods that return something, so these tests are run by an
 * engine of their own, which JUnit's launcher, build tools and IDEs find by themselves. Both kinds
 * may stand in one class. Of Jupiter's annotations it knows {@code @BeforeAll},
 * {@code @BeforeEach}, {@code @AfterEach}, {@code @AfterAll}, {@code @Disabled},
 * {@code @DisplayName} and {@code @Tag}; extensions, parameters and {@code @Nested} are Jupiter's:
 * in such classes call {@link VirtualTime#run} from a plain {@code @Test}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Testable
public @interface AsyncTest {

  /**
   * The longest virtual time that the test may take.
   *
   * @return seconds; a day unless set otherwise
   */
  long limitSeconds() default 24 * 60 * 60;

  /**
   * How long, in real time, the test may run or wait while no virtual time passes.
   *
   * @return milliseconds; ten seconds unless set otherwise
   */
  long patienceMillis() default 10_000;
}
