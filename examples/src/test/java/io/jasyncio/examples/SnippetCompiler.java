package io.jasyncio.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles the {@code java} blocks of Markdown pages with the processor. A block is a source file
 * as it stands, unless the line before it says otherwise:
 *
 * <ul>
 *   <li>{@code <!-- snippet: members -->}: it stands in a class, below the usual imports;
 *   <li>{@code <!-- snippet: statements -->}: it stands in an async method of such a class;
 *   <li>{@code <!-- snippet: reports NeverAwaited -->}: a source file that the compiler has this to
 *       say about, and nothing else;
 *   <li>{@code <!-- snippet: sketch -->}: it stands for code and is not compiled.
 * </ul>
 */
final class SnippetCompiler {

  private static final String REPORTS = "reports ";

  private static final String IMPORTS =
      """
      import static io.jasyncio.Asyncio.*;
      import io.jasyncio.*;
      import io.jasyncio.annotations.*;
      import java.io.*;
      import java.net.*;
      import java.net.http.*;
      import java.time.*;
      import java.util.*;
      """;

  private final Path output;

  /**
   * Prepares to compile.
   *
   * @param output an empty directory for class files
   */
  SnippetCompiler(Path output) {
    this.output = output;
  }

  /** Tells whether a snippet is to be compiled. */
  static boolean compiles(Snippet snippet) {
    return snippet.language().equals("java") && !snippet.note().equals("sketch");
  }

  /** The ids that the compiler should report for a snippet. */
  static List<String> expected(Snippet snippet) {
    return snippet.note().startsWith(REPORTS)
        ? List.of(snippet.note().substring(REPORTS.length()).split(", "))
        : List.of();
  }

  /**
   * Compiles a snippet.
   *
   * @return the errors and warnings; of the processor's own only the id
   */
  List<String> compile(Snippet snippet) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    boolean compiled;
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      files.setLocation(
          StandardLocation.ANNOTATION_PROCESSOR_PATH,
          files.getLocation(StandardLocation.CLASS_PATH));
      List<String> options = List.of("--release", "17", "-Xlint:all,-processing");
      List<Source> sources = List.of(new Source(snippet));
      compiled = javac.getTask(null, files, diagnostics, options, null, sources).call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> found = new ArrayList<>();
    for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
      // Warnings that have no source are about the class path of the tests.
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR
          || (diagnostic.getKind() != Diagnostic.Kind.NOTE && diagnostic.getSource() != null)) {
        found.add(idOrText(diagnostic.getMessage(Locale.ROOT)));
      }
    }
    if (!compiled && found.isEmpty()) {
      found.add("javac has failed without a word");
    }
    return found;
  }

  private static String idOrText(String message) {
    return message.startsWith("[") ? message.substring(1, message.indexOf(']')) : message;
  }

  private static String sourceText(Snippet snippet) {
    String code = String.join("\n", snippet.lines());
    return switch (snippet.note()) {
      case "members" -> IMPORTS + "class Snippet {\n" + code + "\n}\n";
      case "statements" ->
          IMPORTS
              + "class Snippet {\n@Async Coroutine<Void> main() throws Exception {\n"
              + code
              + "\nreturn result();\n}\n}\n";
      default -> code;
    };
  }

  /** A file that may hold a public class of any name. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(Snippet snippet) {
      super(URI.create("snippet:///" + snippet.place()), Kind.SOURCE);
      this.text = sourceText(snippet);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE && !simpleName.equals("module-info");
    }
  }
}
