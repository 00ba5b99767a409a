package io.jasyncio.fixtures.host;

import java.nio.file.Path;

/** The stories on the JDK that runs the tests. */
final class JavacCommandTest extends JavacCommandStories {

  JavacCommandTest() {
    super(Path.of(System.getProperty("java.home")));
  }
}
