package io.jasyncio.fixtures.host;

import static org.junit.jupiter.api.Assumptions.abort;

import io.jasyncio.fixtures.OtherJdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The stories on another JDK, where the machine has one. */
final class SecondJavacCommandTest extends JavacCommandStories {

  SecondJavacCommandTest() throws IOException {
    super(home());
  }

  private static Path home() throws IOException {
    Optional<OtherJdk> other = OtherJdk.find();
    return other.isPresent() ? other.get().home() : abort("no second JDK found");
  }
}
