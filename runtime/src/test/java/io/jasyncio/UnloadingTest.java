package io.jasyncio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A program and its loop can be unloaded: nothing of the library keeps them. */
class UnloadingTest {

  private static final int SECONDS_FOR_THE_COLLECTOR = 30;

  @Test
  void programThatHasRun_isCollectedWithItsLoader() throws Exception {
    WeakReference<ClassLoader> loader = runOnce("run");
    assertNull(collected(loader));
  }

  @Test
  void programThatLeftTasksInAClosedLoop_isCollectedWithItsLoader() throws Exception {
    WeakReference<ClassLoader> loader = runOnce("leaveTasks");
    assertNull(collected(loader));
  }

  @Test
  void programThatFailed_isCollectedWithItsLoader() throws Exception {
    WeakReference<ClassLoader> loader = runOnce("fail");
    assertNull(collected(loader));
  }

  private static WeakReference<ClassLoader> runOnce(String story) throws Exception {
    ClassLoader loader = new ProgramLoader();
    Class<?> program = loader.loadClass(UnloadedProgram.class.getName());
    assertEquals(loader, program.getClassLoader());
    assertEquals("ended " + story, program.getMethod("main", String.class).invoke(null, story));
    return new WeakReference<>(loader);
  }

  @SuppressWarnings("BusyWait") // the collector tells nobody when it has run
  private static Object collected(WeakReference<ClassLoader> loader) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_FOR_THE_COLLECTOR);
    while (loader.get() != null && System.nanoTime() < end) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return loader.get();
  }

  /** Defines the program's classes anew; the library is the test's. */
  private static final class ProgramLoader extends ClassLoader {
    private static final String PROGRAM = UnloadedProgram.class.getName();

    ProgramLoader() {
      super(UnloadingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean ours = name.startsWith(PROGRAM) || name.contains("Async_UnloadedProgram");
      if (!ours) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
