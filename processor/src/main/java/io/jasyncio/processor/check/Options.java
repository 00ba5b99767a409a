package io.jasyncio.processor.check;

import io.jasyncio.processor.diagnostics.Diagnostic;
import java.util.Set;
import java.util.TreeSet;

/** The names of the processor's options that this package understands. */
public final class Options {

  private Options() {}

  /** All of them, as a processor announces them. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    names.add(BlockingCallsReader.OPTION);
    Diagnostic.lints().forEach(lint -> names.add(LintOptions.PREFIX + lint.id()));
    return names;
  }
}
