package io.jasyncio.examples;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that these tests are part of. */
final class Repository {

  private Repository() {}

  /** The directory that holds README.md, whichever module the tests run in. */
  static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve(".ci/run"))) {
      directory = directory.getParent();
    }
    return directory;
  }
}
