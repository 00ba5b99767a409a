package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.EventType;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events that a loop gives to the Flight Recorder. */
class RecordingTest {

  @TempDir private Path directory;

  @Async
  private static Coroutine<String> work() {
    await(sleep(Duration.ofHours(1)));
    return result("done");
  }

  @Test
  void eachResumptionOfATask_isAnEvent_withTheAwaitWhereItStopped() throws Exception {
    assertEquals(
        List.of("worker io.jasyncio.RecordingTest.work(RecordingTest.java)", "worker "),
        tasks(record("io.jasyncio.Resumption")));
  }

  @Test
  void eachSuspensionOfATask_isAnEvent_withTheAwaitWhereItWaited() throws Exception {
    assertEquals(
        List.of("worker io.jasyncio.RecordingTest.work(RecordingTest.java)"),
        tasks(record("io.jasyncio.Suspension")));
  }

  @Test
  void callbacksAndSteps_areEvents_withTheirNames() throws Exception {
    List<String> names =
        record("io.jasyncio.SlowCallback").stream().map(event -> event.getString("name")).toList();
    assertEquals(2, names.stream().filter("worker"::equals).count(), names::toString);
    assertTrue(names.stream().anyMatch(name -> name.startsWith("callback ")), names::toString);
  }

  @Test
  void eachTurn_isAnEvent_withTheNumberOfItsSteps() throws Exception {
    List<RecordedEvent> turns = record("io.jasyncio.LoopLag");

    assertTrue(turns.size() >= 2, turns::toString);
    assertTrue(turns.stream().anyMatch(event -> event.getInt("steps") == 1), turns::toString);
  }

  /** As docs/debugging.md says. */
  @Test
  void jcmd_recordsARunningProgram() throws Exception {
    runWork(); // the events are known from here on
    assertTrue(jcmd("JFR.start", "name=seen").contains("Started recording"));
    Path file = directory.resolve("jcmd.jfr");
    runWork();
    assertTrue(jcmd("JFR.dump", "name=seen", "filename=" + file).contains("Dumped recording"));
    assertTrue(jcmd("JFR.stop", "name=seen").contains("Stopped recording"));

    try (RecordingFile recorded = new RecordingFile(file)) {
      assertEquals(
          Set.of(
              "io.jasyncio.Resumption",
              "io.jasyncio.Suspension",
              "io.jasyncio.SlowCallback",
              "io.jasyncio.LoopLag"),
          recorded.readEventTypes().stream()
              .filter(type -> type.getCategoryNames().contains("jasyncio"))
              .map(EventType::getName)
              .collect(Collectors.toSet()));
    }
  }

  private static String jcmd(String... command) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    line.add(Long.toString(ProcessHandle.current().pid()));
    line.addAll(List.of(command));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static List<String> tasks(List<RecordedEvent> events) {
    return events.stream()
        .filter(event -> event.getString("name").equals("worker"))
        .map(event -> "worker " + event.getString("suspendedAt").replaceAll(":\\d+", ""))
        .toList();
  }

  private List<RecordedEvent> record(String event) throws Exception {
    Path file = directory.resolve("loop.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(event).withThreshold(Duration.ZERO);
      recording.start();
      runWork();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(recorded -> recorded.getEventType().getName().equals(event))
        .toList();
  }

  private static void runWork() {
    try (EventLoop loop = VirtualLoop.create()) {
      loop.callSoon(() -> {});
      assertEquals("done", loop.runUntilComplete(loop.createTask(work(), "worker")));
    }
  }
}
