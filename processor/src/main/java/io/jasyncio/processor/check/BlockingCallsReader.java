package io.jasyncio.processor.check;

import io.jasyncio.processor.diagnostics.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/**
 * Reads tables of blocking calls: that of the JDK's calls, and the user's one after it.
 *
 * <pre>{@code
 * # comment
 * com.acme.Db#query    call it through toThread(...)
 * com.acme.Remote#*    use RemoteAsync
 * !com.acme.LocalDb#query
 * }</pre>
 *
 * <p>A method stands for its overloads and {@code *} for all methods; {@code !} says that something
 * does not block.
 */
final class BlockingCallsReader {

  static final String OPTION = "jasyncio.blocking";

  private static final String BUILT_IN = "blocking-calls.txt";
  private static final String CALL = "(?<type>[\\w$.]+)#(?<method>[\\w$]+|\\*)";
  private static final Pattern BLOCKING = Pattern.compile(CALL + "\\s+(?<advice>.+)");
  private static final Pattern HARMLESS = Pattern.compile("!" + CALL);

  private final Messager messager;
  private final BlockingCalls calls = new BlockingCalls();

  private BlockingCallsReader(Messager messager) {
    this.messager = messager;
  }

  /** The JDK's calls and those of the user's file; a line that makes no sense is an error. */
  static BlockingCalls read(Map<String, String> options, Messager messager) {
    BlockingCallsReader reader = new BlockingCallsReader(messager);
    reader.readBuiltIn();
    String file = options.get(OPTION);
    if (file != null) {
      reader.readFile(file);
    }
    return reader.calls;
  }

  /** A processor that was repackaged without its table still compiles; it has a lint less. */
  private void readBuiltIn() {
    try (InputStream in = BlockingCallsReader.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        messager.printMessage(
            Kind.WARNING,
            Diagnostic.BLOCKING_CALL.message(
                "the processor's jar lacks " + BUILT_IN + ", so that no call of the JDK is known"));
        return;
      }
      readLines(BUILT_IN, new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readFile(String file) {
    try {
      readLines(file, Files.readAllLines(Path.of(file)));
    } catch (IOException | InvalidPathException e) {
      error("-A" + OPTION + "=" + file + " cannot be read: " + e);
    }
  }

  private void readLines(String file, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#") && !readEntry(line)) {
        error(
            "%s:%d: \"%s\" is no entry: write fully.qualified.Type#method and after a space what to"
                    .formatted(file, i + 1, line)
                + " do instead, or !fully.qualified.Type#method");
      }
    }
  }

  private boolean readEntry(String line) {
    Matcher harmless = HARMLESS.matcher(line);
    if (harmless.matches()) {
      calls.addHarmless(harmless.group("type"), harmless.group("method"));
      return true;
    }
    Matcher blocking = BLOCKING.matcher(line);
    if (blocking.matches()) {
      calls.addBlocking(blocking.group("type"), blocking.group("method"), blocking.group("advice"));
      return true;
    }
    return false;
  }

  private void error(String text) {
    messager.printMessage(Kind.ERROR, Diagnostic.INVALID_OPTION.message(text));
  }
}
