package io.jasyncio.processor.javac;

import java.lang.reflect.Field;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.JavaFileManager;

/**
 * Reaches into javac where its host has opened it, and only there.
 *
 * <p>IntelliJ's builder takes javac's class files out of memory and never gives them back, but it
 * opens javac's packages to processors. So on that one host the file manager that javac writes
 * class files to is replaced.
 */
final class OpenedJavac {

  private OpenedJavac() {}

  /**
   * Replaces the file manager that javac writes class files to.
   *
   * @return false if javac is not opened, or not as expected; nothing has changed then
   */
  static boolean replaceOutput(
      ProcessingEnvironment env, UnaryOperator<JavaFileManager> replacement) {
    try {
      Object context = env.getClass().getMethod("getContext").invoke(env);
      Class<?> writerType =
          Class.forName(
              "com.sun.tools.javac.jvm.ClassWriter", true, env.getClass().getClassLoader());
      Object writer = writerType.getMethod("instance", context.getClass()).invoke(null, context);
      Field files = writerType.getDeclaredField("fileManager");
      files.setAccessible(true);
      files.set(writer, replacement.apply((JavaFileManager) files.get(writer)));
      return true;
    } catch (ReflectiveOperationException | RuntimeException notOpened) {
      return false;
    }
  }
}
