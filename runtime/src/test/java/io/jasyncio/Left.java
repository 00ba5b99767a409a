package io.jasyncio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process has at the moment, on its loop's thread.
 *
 * @param descriptors open files and sockets; 0 where nobody tells
 * @param tasks that are not done
 * @param bytes of objects that are reachable
 */
record Left(long descriptors, int tasks, long bytes) {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  /** What a pool and a JVM that warms up may keep. */
  private static final long ALLOWED_BYTES = 8_000_000;

  static Left here() throws IOException {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long bytes = runtime.totalMemory() - runtime.freeMemory();
    return new Left(descriptorsNow(), Asyncio.getRunningLoop().allTasks().size(), bytes);
  }

  private static long descriptorsNow() throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return open.count();
    }
  }

  /** Reads what {@link #toString} has written. */
  static Left parse(String line) {
    String[] numbers = line.split(" ", -1);
    return new Left(
        Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]), Long.parseLong(numbers[2]));
  }

  /** True if this is no more than {@code earlier}. */
  boolean isNoMoreThan(Left earlier) {
    return descriptors <= earlier.descriptors
        && tasks <= earlier.tasks
        && bytes <= earlier.bytes + ALLOWED_BYTES;
  }

  @Override
  public String toString() {
    return descriptors + " " + tasks + " " + bytes;
  }
}
