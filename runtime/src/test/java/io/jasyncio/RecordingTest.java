package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
  void eachStepOfATask_isAnEvent_withTheAwaitWhereItStopped() throws Exception {
    List<RecordedEvent> events = record("io.jasyncio.Step");

    List<String> steps =
        events.stream()
            .filter(event -> event.getString("name").equals("worker"))
            .map(event -> event.getString("suspendedAt").replaceAll(":\\d+", ""))
            .toList();
    assertEquals(List.of("io.jasyncio.RecordingTest.work(RecordingTest.java)", ""), steps);
  }

  @Test
  void eachTurn_isAnEvent_withTheNumberOfItsSteps() throws Exception {
    List<RecordedEvent> turns = record("io.jasyncio.Turn");

    assertTrue(turns.size() >= 2, turns::toString);
    assertTrue(turns.stream().anyMatch(event -> event.getInt("steps") == 1), turns::toString);
  }

  private List<RecordedEvent> record(String event) throws Exception {
    Path file = directory.resolve("loop.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(event).withThreshold(Duration.ZERO);
      recording.start();
      try (EventLoop loop = VirtualLoop.create()) {
        assertEquals("done", loop.runUntilComplete(loop.createTask(work(), "worker")));
      }
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(recorded -> recorded.getEventType().getName().equals(event))
        .toList();
  }
}
