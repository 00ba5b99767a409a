package io.jasyncio.fixtures.debug;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.fixtures.MemoryFiles;
import io.jasyncio.fixtures.host.ProcessorService;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * Classes that javac made in memory.
 *
 * @param classes the class files by class name, sorted
 */
record Compiled(Map<String, byte[]> classes) {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** Compiles as a user does who debugs: all debug information, parameter names too. */
  static Compiled woven(Iterable<? extends JavaFileObject> sources) {
    return compile(sources, true);
  }

  /** What javac makes of the sources by itself. */
  static Compiled plain(Iterable<? extends JavaFileObject> sources) {
    return compile(sources, false);
  }

  private static Compiled compile(Iterable<? extends JavaFileObject> sources, boolean weave) {
    List<String> options =
        new ArrayList<>(
            List.of("-g", "-parameters", "-nowarn", "-cp", System.getProperty("java.class.path")));
    if (!weave) {
      options.add("-proc:none");
    }
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager standard = JAVAC.getStandardFileManager(null, null, null);
        MemoryFiles files = new MemoryFiles(standard)) {
      CompilationTask task = JAVAC.getTask(messages, files, null, options, null, sources);
      if (weave) {
        task.setProcessors(List.of(ProcessorService.create()));
      }
      assertTrue(task.call(), messages::toString);
      return new Compiled(new TreeMap<>(files.classes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class, read with frames expanded. */
  ClassNode node(String className) {
    ClassNode node = new ClassNode();
    new ClassReader(classes.get(className)).accept(node, ClassReader.EXPAND_FRAMES);
    return node;
  }

  /** The class, loaded beside the library. */
  Class<?> load(String className) throws ClassNotFoundException {
    return new Loader(classes).loadClass(className);
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Compiled.class.getClassLoader());
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
}
