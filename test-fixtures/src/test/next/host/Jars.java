package io.jasyncio.fixtures.host;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Path;

/**
 * The jars that a user has: nothing of this build but them is given to a compiler.
 *
 * @param annotations what {@code @Async} is in
 * @param runtime the library
 * @param processor the shaded processor, which needs no other jar
 */
record Jars(Path annotations, Path runtime, Path processor) {

  /** Takes them from the tests' class path; aborts the test where the build has not made them. */
  static Jars find() {
    return new Jars(jar("annotations"), jar("runtime"), jar("processor"));
  }

  private static Path jar(String module) {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      String file = path.getFileName().toString();
      if (file.startsWith("jasyncio-" + module + "-") && file.endsWith(".jar")) {
        return path;
      }
    }
    return abort(
        "no jasyncio-"
            + module
            + " jar on the class path: `mvn test` makes none, `mvn verify` does");
  }

  /** What a program needs to compile and to run, as a class path or a module path. */
  String library() {
    return runtime + File.pathSeparator + annotations;
  }
}
