package io.jasyncio.processor.check;

import java.util.Locale;
import java.util.Optional;

/** How loud a lint is. */
enum Severity {
  ERROR,
  WARNING,
  OFF;

  /** Reads what an option says. */
  static Optional<Severity> parse(String text) {
    for (Severity severity : values()) {
      if (severity.text().equals(text)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  /** As an option says it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
