package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a process is started. The counterpart of the keyword arguments of {@code
 * asyncio.create_subprocess_exec}.
 *
 * <pre>{@code
 * createSubprocessExec(ProcessOptions.DEFAULT.withStdout(ProcessOptions.PIPE), "ls", "-l")
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ProcessOptions {

  /** A pipe to or from this program: a stream of the {@link AsyncProcess}. */
  public static final Redirect PIPE = Redirect.PIPE;

  /** Nothing to read, or written to nowhere. */
  public static final Redirect DEVNULL = Redirect.DISCARD;

  /** This program's own input and outputs, its directory and its environment. */
  public static final ProcessOptions DEFAULT =
      new ProcessOptions(
          Redirect.INHERIT,
          Redirect.INHERIT,
          Redirect.INHERIT,
          false,
          null,
          Map.of(),
          StreamReader.DEFAULT_LIMIT);

  private final Redirect stdin;
  private final Redirect stdout;
  private final Redirect stderr;
  private final boolean stderrToStdout;
  private final Path directory;
  private final Map<String, String> variables;
  private final int limit;

  private ProcessOptions(
      Redirect stdin,
      Redirect stdout,
      Redirect stderr,
      boolean stderrToStdout,
      Path directory,
      Map<String, String> variables,
      int limit) {
    this.stdin = stdin;
    this.stdout = stdout;
    this.stderr = stderr;
    this.stderrToStdout = stderrToStdout;
    this.directory = directory;
    this.variables = variables;
    this.limit = limit;
  }

  /**
   * Sets where the process reads from.
   *
   * @param source {@link #PIPE}, {@link #DEVNULL}, {@link Redirect#INHERIT} or a file
   * @return options that are otherwise as these
   */
  public ProcessOptions withStdin(Redirect source) {
    Redirect read =
        Arguments.notNull(source, "source").equals(DEVNULL) ? Redirect.from(nullDevice()) : source;
    return new ProcessOptions(read, stdout, stderr, stderrToStdout, directory, variables, limit);
  }

  /** The file that is always empty. */
  private static File nullDevice() {
    return new File(isWindows() ? "NUL" : "/dev/null");
  }

  static boolean isWindows() {
    return File.separatorChar == '\\';
  }

  /**
   * Sets where the process writes to.
   *
   * @param target {@link #PIPE}, {@link #DEVNULL}, {@link Redirect#INHERIT} or a file
   * @return options that are otherwise as these
   */
  public ProcessOptions withStdout(Redirect target) {
    return new ProcessOptions(
        stdin,
        Arguments.notNull(target, "target"),
        stderr,
        stderrToStdout,
        directory,
        variables,
        limit);
  }

  /**
   * Sets where the process writes errors to.
   *
   * @param target {@link #PIPE}, {@link #DEVNULL}, {@link Redirect#INHERIT} or a file
   * @return options that are otherwise as these
   */
  public ProcessOptions withStderr(Redirect target) {
    return new ProcessOptions(
        stdin, stdout, Arguments.notNull(target, "target"), false, directory, variables, limit);
  }

  /**
   * Lets errors go where the output goes. The counterpart of {@code stderr=STDOUT}.
   *
   * @return options that are otherwise as these
   */
  public ProcessOptions withStderrToStdout() {
    return new ProcessOptions(stdin, stdout, stderr, true, directory, variables, limit);
  }

  /**
   * Sets the directory in which the process starts.
   *
   * @param path an existing one
   * @return options that are otherwise as these
   */
  public ProcessOptions withDirectory(Path path) {
    return new ProcessOptions(
        stdin, stdout, stderr, stderrToStdout, Arguments.notNull(path, "path"), variables, limit);
  }

  /**
   * Sets a variable of the environment; the others are this program's own.
   *
   * @param name not empty
   * @param value may be empty
   * @return options that are otherwise as these
   */
  public ProcessOptions withVariable(String name, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(Arguments.notNull(name, "name"), Arguments.notNull(value, "value"));
    return new ProcessOptions(stdin, stdout, stderr, stderrToStdout, directory, more, limit);
  }

  /**
   * Sets the limit of the readers of standard output and error.
   *
   * @param bytes the longest line, and half of what is kept unread
   * @return options that are otherwise as these
   * @throws IllegalArgumentException if it is not positive
   */
  public ProcessOptions withLimit(int bytes) {
    return new ProcessOptions(
        stdin,
        stdout,
        stderr,
        stderrToStdout,
        directory,
        variables,
        ServerOptions.checkLimit(bytes));
  }

  ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectInput(stdin).redirectOutput(stdout);
    if (stderrToStdout) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(stderr);
    }
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    builder.environment().putAll(variables);
    return builder;
  }

  Optional<Path> directory() {
    return Optional.ofNullable(directory);
  }

  boolean pipesStdin() {
    return stdin.equals(PIPE);
  }

  boolean pipesStdout() {
    return stdout.equals(PIPE);
  }

  boolean pipesStderr() {
    return stderr.equals(PIPE) && !stderrToStdout;
  }

  int limit() {
    return limit;
  }

  @Override
  public String toString() {
    return "ProcessOptions " + Arrays.asList(stdin, stdout, stderrToStdout ? "stdout" : stderr);
  }
}
