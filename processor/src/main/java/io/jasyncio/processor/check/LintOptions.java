package io.jasyncio.processor.check;

import io.jasyncio.processor.diagnostics.Diagnostic;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** How loud each lint is to be: {@code -Ajasyncio.lint.<id>=error|warning|off}. */
final class LintOptions {

  static final String PREFIX = "jasyncio.lint.";

  private final Map<Diagnostic, Severity> severities;

  private LintOptions(Map<Diagnostic, Severity> severities) {
    this.severities = severities;
  }

  /** Reads the options of a compilation; an option that cannot be meant is an error. */
  static LintOptions parse(Map<String, String> options, Messager messager) {
    Map<Diagnostic, Severity> severities = new EnumMap<>(Diagnostic.class);
    for (String option : new TreeSet<>(options.keySet())) {
      if (option.startsWith(PREFIX)) {
        parse(option, String.valueOf(options.get(option)), severities)
            .ifPresent(
                problem ->
                    messager.printMessage(Kind.ERROR, Diagnostic.INVALID_OPTION.message(problem)));
      }
    }
    return new LintOptions(severities);
  }

  /** What is wrong with an option, if anything. */
  private static Optional<String> parse(
      String option, String value, Map<Diagnostic, Severity> severities) {
    Optional<Diagnostic> lint = Diagnostic.lint(option.substring(PREFIX.length()));
    if (lint.isEmpty()) {
      return Optional.of("-A" + option + ": there is no such lint; write one of " + ids());
    }
    Optional<Severity> severity = Severity.parse(value);
    if (severity.isEmpty()) {
      return Optional.of("-A" + option + "=" + value + ": write error, warning or off");
    }
    severities.put(lint.get(), severity.get());
    return Optional.empty();
  }

  private static Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    Diagnostic.lints().forEach(lint -> ids.add(lint.id()));
    return ids;
  }

  Severity of(Diagnostic lint) {
    return severities.getOrDefault(lint, lint.isSuggestion() ? Severity.OFF : Severity.WARNING);
  }
}
