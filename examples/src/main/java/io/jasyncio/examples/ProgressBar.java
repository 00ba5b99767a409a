package io.jasyncio.examples;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * Shows how far a job is: by a bar that grows in its line on a terminal, by a line for each tenth
 * of the job elsewhere.
 */
final class ProgressBar {

  /** What a place for output can show. */
  enum Style {
    LINES,
    BAR,
    COLOURED_BAR;

    private static final int JDK_WITH_IS_TERMINAL = 22;

    /** Looks at where this program's output goes. */
    static Style ofThisProgram() {
      return of(isTerminal(System.console()), System.getenv());
    }

    /**
     * Chooses a style.
     *
     * @param terminal whether a person looks at the output as it comes
     * @param environment {@code NO_COLOR} switches colours off (https://no-color.org); {@code TERM}
     *     says what the terminal can do; {@code WT_SESSION} is Windows Terminal, which sets none
     */
    static Style of(boolean terminal, Map<String, String> environment) {
      String term = environment.getOrDefault("TERM", "");
      if (!terminal || term.equals("dumb")) {
        return LINES;
      }
      boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
      boolean possible = !term.isEmpty() || environment.containsKey("WT_SESSION");
      return wanted && possible ? COLOURED_BAR : BAR;
    }

    /** Until JDK 21 there is a console only on a terminal; since then the console tells. */
    private static boolean isTerminal(Console console) {
      if (console == null || Runtime.version().feature() < JDK_WITH_IS_TERMINAL) {
        return console != null;
      }
      try {
        Method isTerminal = Console.class.getMethod("isTerminal");
        return (boolean) isTerminal.invoke(console);
      } catch (ReflectiveOperationException e) {
        return false;
      }
    }
  }

  private static final int WIDTH = 40;
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final Style style;
  private final int total;
  private final String verb;
  private final String things;
  private int done;

  ProgressBar(PrintStream out, Style style, int total) {
    this(out, style, total, "fetched", "pages");
  }

  /** For a job of another kind than "fetched so many pages". */
  ProgressBar(PrintStream out, Style style, int total, String verb, String things) {
    this.out = out;
    this.style = style;
    this.total = total;
    this.verb = verb;
    this.things = things;
  }

  /** One step of the job is done. */
  void advance() {
    int tenthsBefore = 10 * done / total;
    done++;
    if (style != Style.LINES) {
      draw();
    } else if (10 * done / total > tenthsBefore) {
      out.printf("%s %d of %d %s%n", verb, done, total, things);
    }
  }

  private void draw() {
    int filled = WIDTH * done / total;
    String bar = "=".repeat(filled) + (filled < WIDTH ? ">" : "");
    String coloured = style == Style.COLOURED_BAR ? GREEN + bar + PLAIN : bar;
    String rest = " ".repeat(WIDTH - bar.length());
    out.printf(
        "\r[%s%s] %3d %%  %d of %d %s", coloured, rest, 100 * done / total, done, total, things);
    if (done == total) {
      out.println();
    }
    out.flush();
  }
}
