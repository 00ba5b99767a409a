package io.jasyncio.fixtures.host;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.sun.source.util.JavacTask;
import io.jasyncio.Asyncio;
import io.jasyncio.Coroutine;
import io.jasyncio.fixtures.MemoryFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that call javac themselves and never see their classes on a disk. */
final class InMemoryTest {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final List<String> OPTIONS =
      List.of("-Xlint:all", "-Werror", "-cp", System.getProperty("java.class.path"));

  @Test
  void fileManagerOfOnesOwn() throws Exception {
    try (MemoryFiles files = new MemoryFiles(JAVAC.getStandardFileManager(null, null, null))) {
      StringWriter messages = new StringWriter();

      assertTrue(task(files, messages, source("a", "One", "\"one\"")).call(), messages::toString);
      assertEquals("", messages.toString());
      assertEquals("one", run("a.One", files.classes()));
    }
  }

  @Test
  void severalCompilationsSideBySide() {
    List<CompletableFuture<Object>> values =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> compileAndRun("\"" + i + "\"")))
            .toList();

    assertEquals(
        List.of("0", "1", "2", "3"), values.stream().map(CompletableFuture::join).toList());
  }

  @Test
  void taskThatIsDrivenStepByStep() throws Exception {
    try (MemoryFiles files = new MemoryFiles(JAVAC.getStandardFileManager(null, null, null))) {
      StringWriter messages = new StringWriter();
      JavacTask task = task(files, messages, source("a", "One", "\"one\""));

      task.parse();
      task.analyze();
      task.generate();

      assertEquals("", messages.toString());
      assertEquals("one", run("a.One", files.classes()));
    }
  }

  @Test
  void compileTesting() throws Exception {
    Compilation compilation =
        javac()
            .withProcessors(ProcessorService.create())
            .withOptions("-Xlint:all", "-Werror")
            .compile(
                JavaFileObjects.forSourceString("a.One", Programs.value("a", "One", "\"one\"")),
                JavaFileObjects.forSourceString(
                    "b.Two", Programs.value("b", "Two", "await(a.One.value()) + \" two\"")));

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile("b.Async_Two_value");
    Map<String, byte[]> classes = new HashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == Kind.CLASS) {
        try (InputStream in = file.openInputStream()) {
          String path = file.getName().substring("/CLASS_OUTPUT/".length());
          classes.put(path.replace(".class", "").replace('/', '.'), in.readAllBytes());
        }
      }
    }
    assertEquals("one two", run("b.Two", classes));
  }

  /**
   * The file manager of most tutorials: it takes classes and leaves every other file to javac's.
   */
  @Test
  void fileManagerThatGivesNothingBack_isACompileError(@TempDir Path out) throws Exception {
    try (StandardJavaFileManager disk = JAVAC.getStandardFileManager(null, null, null)) {
      disk.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
      StringWriter messages = new StringWriter();

      assertFalse(task(new TakingFiles(disk), messages, source("a", "One", "\"one\"")).call());
      assertTrue(messages.toString().contains("[WeavingFailed]"), messages::toString);
    }
  }

  private static Object compileAndRun(String value) {
    try (MemoryFiles files = new MemoryFiles(JAVAC.getStandardFileManager(null, null, null))) {
      StringWriter messages = new StringWriter();
      assertTrue(task(files, messages, source("a", "One", value)).call(), messages::toString);
      return run("a.One", files.classes());
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JavacTask task(
      JavaFileManager files, StringWriter messages, JavaFileObject source) {
    JavacTask task =
        (JavacTask) JAVAC.getTask(messages, files, null, OPTIONS, null, List.of(source));
    task.setProcessors(List.of(ProcessorService.create()));
    return task;
  }

  private static JavaFileObject source(String packageName, String className, String value) {
    URI uri = URI.create("mem:///" + packageName + "/" + className + ".java");
    return new SimpleJavaFileObject(uri, Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return Programs.value(packageName, className, value);
      }
    };
  }

  /** Runs the coroutine that the static method {@code value()} gives. */
  private static Object run(String className, Map<String, byte[]> classes)
      throws ReflectiveOperationException {
    Class<?> program = new Classes(classes).loadClass(className);
    Method value = program.getMethod("value");
    return Asyncio.run(() -> (Coroutine<?>) value.invoke(null));
  }

  private static final class Classes extends ClassLoader {
    private final Map<String, byte[]> classes;

    Classes(Map<String, byte[]> classes) {
      super(InMemoryTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private static final class TakingFiles
      extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> taken = new HashMap<>();

    TakingFiles(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, Kind kind, FileObject sibling) throws IOException {
      if (kind != Kind.CLASS) {
        return super.getJavaFileForOutput(location, className, kind, sibling);
      }
      return new SimpleJavaFileObject(URI.create("taken:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return taken.computeIfAbsent(className, name -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
