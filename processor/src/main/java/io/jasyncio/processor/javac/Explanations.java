package io.jasyncio.processor.javac;

import com.sun.source.util.Trees;
import io.jasyncio.processor.check.AsyncClass;
import io.jasyncio.processor.weave.StateGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic.Kind;

/**
 * Shows a user what became of an async method: its states, and a drawing of the ways between them.
 * {@code -Ajasyncio.explain} prints it, {@code -Ajasyncio.explain=<directory>} writes a Markdown
 * page for each method.
 */
final class Explanations {

  static final String OPTION = "jasyncio.explain";

  private final boolean asked;
  private final Path directory;
  private final Trees trees;

  Explanations(Map<String, String> options, Trees trees) {
    this.asked = options.containsKey(OPTION);
    String value = options.get(OPTION);
    this.directory = value == null || value.isBlank() ? null : Path.of(value);
    this.trees = trees;
  }

  boolean areAsked() {
    return asked;
  }

  void show(AsyncClass type, List<StateGraph> graphs) throws IOException {
    for (StateGraph graph : graphs) {
      if (directory == null) {
        type.print(trees, Kind.NOTE, graph.states().get(0).line(), page(graph));
      } else {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(graph.machine() + ".md"), page(graph));
      }
    }
  }

  private static String page(StateGraph graph) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(graph.method()).append("\n\nState machine: `");
    page.append(graph.machine()).append("`\n\n");
    page.append("| state | line | awaits | keeps |\n|---|---|---|---|\n");
    for (StateGraph.State state : graph.states()) {
      page.append("| ").append(state.number());
      page.append(" | ").append(state.line() < 0 ? "" : state.line());
      page.append(" | ").append(awaited(state));
      page.append(" | ")
          .append(String.join(", ", state.kept().stream().map(Explanations::code).toList()));
      page.append(" |\n");
    }
    page.append("\n```mermaid\nstateDiagram-v2\n  [*] --> s0\n");
    for (StateGraph.State state : graph.states()) {
      page.append("  s").append(state.number()).append(" : ").append(label(state)).append('\n');
      for (int next : state.next()) {
        page.append("  s").append(state.number()).append(" --> ");
        page.append(next == StateGraph.END ? "[*]" : "s" + next).append('\n');
      }
    }
    return page.append("```\n").toString();
  }

  private static String label(StateGraph.State state) {
    String what = state.number() == 0 ? "begins" : state.awaited();
    return state.number() + ", line " + state.line() + ", " + what;
  }

  private static String awaited(StateGraph.State state) {
    if (state.number() == 0) {
      return "the beginning";
    }
    return state.awaited().endsWith(")") ? code(state.awaited()) : state.awaited();
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
