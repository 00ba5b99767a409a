package io.jasyncio;

import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** The loops of a program that was started with {@code -Djasyncio.jmx=true}. */
class ManagedLoopsTest {

  @Test
  void dumpByJmx_listsTheTasksOfRunningLoops() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djasyncio.jmx=true",
                "-cp",
                System.getProperty("java.class.path"),
                ManagedProgram.class.getName())
            .redirectErrorStream(true)
            .start();
    String output;
    try (InputStream in = program.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    assertEquals(0, program.waitFor(), output);
    assertTrue(output.startsWith("1 running"), output);
    assertTrue(output.contains("Task 'main task', is running"), output);
  }

  /** Looks at itself. */
  static final class ManagedProgram {

    private ManagedProgram() {}

    @Async
    private static Coroutine<Void> look() throws Exception {
      Asyncio.currentTask().setName("main task");
      var server = ManagementFactory.getPlatformMBeanServer();
      ObjectName loops = new ObjectName("io.jasyncio:type=EventLoops");
      System.out.println(server.getAttribute(loops, "Running") + " running");
      System.out.println(server.invoke(loops, "dump", new Object[0], new String[0]));
      return result();
    }

    public static void main(String[] arguments) {
      run(ManagedProgram::look);
    }
  }
}
