package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createSubprocessExec;
import static io.jasyncio.Asyncio.createSubprocessShell;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.ProcessOptions.DEVNULL;
import static io.jasyncio.ProcessOptions.PIPE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Over the programs that every Unix has. */
@DisabledOnOs(OS.WINDOWS)
class SubprocessTest extends IoStory {

  private static final ProcessOptions PIPES =
      ProcessOptions.DEFAULT.withStdin(PIPE).withStdout(PIPE).withStderr(PIPE);

  /** Nobody waits for the end of its outputs, should a test leave it behind. */
  private static final ProcessOptions QUIET =
      ProcessOptions.DEFAULT.withStdin(DEVNULL).withStdout(DEVNULL).withStderr(DEVNULL);

  @TempDir Path directory;

  // Talking

  @Test
  void communicate_feedsAndCollects() {
    run(() -> communicate());
    expect("hello", "oops\n", "3");
  }

  @Async
  private Coroutine<Void> communicate() throws IOException {
    var process = await(createSubprocessShell(PIPES, "cat; echo oops >&2; exit 3"));
    assertTrue(process.pid() > 0);
    assertNull(process.returncode());
    ProcessOutput output = await(process.communicate("hello".getBytes(UTF_8)));
    note(output.out());
    note(output.err());
    note("" + process.returncode());
    return result();
  }

  @Test
  void emptyInput_isTheEndOfTheInput() {
    run(() -> emptyInput());
    expect("0");
  }

  @Async
  private Coroutine<Void> emptyInput() throws IOException {
    var counting = await(createSubprocessExec(PIPES, "wc", "-c"));
    note(await(counting.communicate(new byte[0])).out().strip());
    return result();
  }

  @Test
  void streams_carryLinesBothWays() {
    run(() -> lines());
    expect("one\n", "two\n", "", "0");
  }

  @Async
  private Coroutine<Void> lines() throws IOException {
    try (var cat = await(createSubprocessExec(PIPES, "cat"))) {
      cat.stdin().write("one\n");
      note(await(cat.stdout().readline(UTF_8)));
      cat.stdin().write("two\n");
      note(await(cat.stdout().readline(UTF_8)));
      cat.stdin().writeEof();
      note(await(cat.stdout().readline(UTF_8)));
      note("" + await(cat.waitAsync()));
    }
    return result();
  }

  @Test
  void megabytes_comeThroughUnchanged() {
    run(() -> megabytes());
  }

  @Async
  private Coroutine<Void> megabytes() throws IOException {
    byte[] data = new byte[5_000_000];
    new Random(1).nextBytes(data);
    var cat = await(createSubprocessExec(PIPES, "cat"));
    assertArrayEquals(data, await(cat.communicate(data)).stdout());
    return result();
  }

  @Test
  void processThatReadsNothing_stopsTheWriter() {
    run(() -> slowReader());
    expect("full", "cancelled");
  }

  @Async
  private Coroutine<Void> slowReader() throws IOException {
    try (var sleeper = await(createSubprocessExec(PIPES, "sleep", "1000"))) {
      Task<Void> writing = createTask(writeForEver(sleeper.stdin()));
      while (sleeper.stdin().transport().getWriteBufferSize() <= 64 * 1024) {
        await(sleep(Duration.ZERO));
      }
      note("full");
      writing.cancel();
      try {
        await(writing);
      } catch (CancelledError cancelled) {
        note("cancelled");
      }
    }
    return result();
  }

  @Async
  private static Coroutine<Void> writeForEver(StreamWriter writer) throws IOException {
    while (true) {
      writer.write(new byte[10_000]);
      await(writer.drain());
    }
  }

  @Test
  void slowReader_stopsTheProcess() {
    run(() -> pausedReader());
    expect("100000 lines");
  }

  @Async
  private Coroutine<Void> pausedReader() throws IOException {
    var seq = await(createSubprocessExec(PIPES.withLimit(100), "seq", "100000"));
    int lines = 0;
    for (byte[] line = await(seq.stdout().readline());
        line.length > 0;
        line = await(seq.stdout().readline())) {
      lines++;
    }
    note(lines + " lines");
    await(seq.waitAsync());
    return result();
  }

  @Test
  void processThatDoesNotRead_isNoFailureForCommunicate_butForDrain() {
    run(() -> brokenPipe());
    expect("0", "ConnectionResetException");
  }

  @Async
  private Coroutine<Void> brokenPipe() throws IOException {
    byte[] much = new byte[3_000_000];
    var indifferent = await(createSubprocessExec(PIPES, "true"));
    Object unused = await(indifferent.communicate(much));
    note("" + indifferent.returncode());
    var other = await(createSubprocessExec(PIPES, "true"));
    other.stdin().write(much);
    try {
      await(other.stdin().drain());
    } catch (ConnectionResetException broken) {
      note("ConnectionResetException");
    }
    return result();
  }

  @Test
  void writingAfterTheEnd_isRefused() {
    run(() -> afterEof());
  }

  @Async
  private Coroutine<Void> afterEof() throws IOException {
    try (var cat = await(createSubprocessExec(PIPES, "cat"))) {
      cat.stdin().writeEof();
      assertTrue(cat.stdin().isClosing());
      assertThrows(IllegalStateException.class, () -> cat.stdin().write("x"));
    }
    var quiet = await(createSubprocessExec(ProcessOptions.DEFAULT.withStdin(DEVNULL), "true"));
    assertNull(quiet.stdin());
    try {
      Object unused = await(quiet.communicate(new byte[1]));
      note("not refused");
    } catch (IllegalStateException refused) {
      assertTrue(refused.getMessage().contains("withStdin(PIPE)"), refused.getMessage());
    }
    return result();
  }

  // Options

  @Test
  void options_reachTheProcess() throws IOException {
    run(() -> options());
    expect("value", "" + directory.toRealPath(), "out err", "", "file");
  }

  @Async
  private Coroutine<Void> options() throws IOException {
    var environment =
        await(createSubprocessShell(PIPES.withVariable("NAME", "value"), "echo $NAME"));
    note(await(environment.communicate()).out().strip());
    var pwd = await(createSubprocessExec(PIPES.withDirectory(directory), "pwd", "-P"));
    note(await(pwd.communicate()).out().strip());
    var merged = await(createSubprocessShell(PIPES.withStderrToStdout(), "echo out; echo err >&2"));
    assertNull(merged.stderr());
    note(await(merged.communicate()).out().strip().replace('\n', ' '));
    var silent = await(createSubprocessExec(PIPES.withStdin(DEVNULL).withStdout(DEVNULL), "cat"));
    note(await(silent.communicate()).out());
    Path target = directory.resolve("target");
    var toFile =
        await(createSubprocessExec(PIPES.withStdout(Redirect.to(target.toFile())), "echo", "file"));
    await(toFile.waitAsync());
    note(await(Asyncio.toThread(() -> Files.readString(target))).strip());
    return result();
  }

  // Failures

  @Test
  void commandsWithGaps_areRefused() {
    run(() -> gaps());
    expect(
        "no command: give the program and its arguments",
        "program is null: it must be given",
        "argument 1 is null: it must be given");
  }

  @Async
  private Coroutine<Void> gaps() throws IOException {
    for (String[] command : new String[][] {{}, {null}, {"echo", null}}) {
      try {
        Object unused = await(createSubprocessExec(QUIET, command));
      } catch (IllegalArgumentException | NullPointerException refused) {
        note(refused.getMessage());
      }
    }
    return result();
  }

  @Test
  void missingProgram_isNamed() {
    NoSuchFileException missing =
        assertThrows(
            NoSuchFileException.class, () -> run(() -> createSubprocessExec("no-such-program")));
    assertEquals("no-such-program: no such program", missing.getMessage());
  }

  @Test
  void fileThatIsNoProgram_isNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("text"), "text");
    AccessDeniedException denied =
        assertThrows(AccessDeniedException.class, () -> run(() -> createSubprocessExec("" + file)));
    assertEquals(file + ": not a program one may run", denied.getMessage());
  }

  @Test
  void missingDirectory_isNamed() {
    Path missing = directory.resolve("missing");
    var failure =
        assertThrows(
            NoSuchFileException.class,
            () ->
                run(
                    () ->
                        createSubprocessExec(
                            ProcessOptions.DEFAULT.withDirectory(missing), "true")));
    assertEquals(missing + ": no such directory to start in", failure.getMessage());
  }

  // Signals

  @Test
  void signals_endTheProcess() {
    run(() -> signals());
    expect("143", "137", "138", "gone");
  }

  @Async
  private Coroutine<Void> signals() throws IOException {
    var terminated = await(createSubprocessExec(QUIET, "sleep", "1000"));
    terminated.terminate();
    note("" + await(terminated.waitAsync()));
    var killed = await(createSubprocessExec(QUIET, "sleep", "1000"));
    killed.kill();
    note("" + await(killed.waitAsync()));
    var interrupted = await(createSubprocessExec(QUIET, "sleep", "1000"));
    // Not SIGINT, which what runs in the background of a shell ignores.
    await(interrupted.sendSignal("SIGUSR1"));
    note("" + await(interrupted.waitAsync()));
    assertThrows(ProcessLookupException.class, interrupted::kill);
    try {
      await(interrupted.sendSignal("usr1"));
    } catch (ProcessLookupException gone) {
      note("gone");
    }
    return result();
  }

  @Test
  void unknownSignal_isRefused() {
    run(() -> unknownSignal());
    expect("refused");
  }

  @Async
  private Coroutine<Void> unknownSignal() throws IOException {
    try (var process = await(createSubprocessExec(QUIET, "sleep", "1000"))) {
      try {
        await(process.sendSignal("NONSENSE"));
      } catch (IOException refused) {
        assertTrue(refused.getMessage().startsWith("Cannot send NONSENSE to process"));
        note("refused");
      }
    }
    return result();
  }

  @Test
  void killedProcess_endsItsStreams() {
    run(() -> killed());
    expect("started\n", "", "137");
  }

  @Async
  private Coroutine<Void> killed() throws IOException {
    var process = await(createSubprocessShell(PIPES, "echo started; exec sleep 1000"));
    note(await(process.stdout().readline(UTF_8)));
    process.kill();
    note(await(process.stdout().readline(UTF_8)));
    note("" + await(process.waitAsync()));
    return result();
  }

  // Cancelling and closing

  @Test
  void cancelledWait_leavesTheProcessAlone() {
    run(() -> cancelledWait());
    expect("cancelled", "143");
  }

  @Async
  private Coroutine<Void> cancelledWait() throws IOException {
    var process = await(createSubprocessExec(QUIET, "sleep", "1000"));
    Task<Integer> waiting = createTask(process.waitAsync());
    await(sleep(Duration.ZERO));
    waiting.cancel();
    try {
      await(waiting);
    } catch (CancelledError cancelled) {
      note("cancelled");
    }
    assertNull(process.returncode());
    process.terminate();
    note("" + await(process.waitAsync()));
    return result();
  }

  @Test
  void cancelledStart_leavesNoProcess() {
    run(() -> cancelledStart());
    expect("cancelled");
  }

  @Async
  private Coroutine<Void> cancelledStart() throws IOException {
    Task<AsyncProcess> starting = createTask(createSubprocessExec(QUIET, "sleep", "12345"));
    await(sleep(Duration.ZERO));
    starting.cancel();
    try {
      await(starting);
    } catch (CancelledError cancelled) {
      note("cancelled");
    }
    while (ProcessHandle.current().children().anyMatch(SubprocessTest::isThatSleeper)) {
      await(sleep(Duration.ofMillis(1)));
    }
    return result();
  }

  private static boolean isThatSleeper(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("12345");
  }

  @Test
  void leavingABlock_killsTheProcess() {
    run(() -> block());
    expect("137");
  }

  @Async
  private Coroutine<Void> block() throws IOException {
    AsyncProcess left;
    try (var process = await(createSubprocessExec(PIPES, "sleep", "1000"))) {
      left = process;
    }
    note("" + left.returncode());
    assertFalse(ProcessHandle.of(left.pid()).map(ProcessHandle::isAlive).orElse(false));
    return result();
  }

  @Test
  void manyAtOnce_areAllWaitedFor() {
    run(() -> many());
    expect("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19");
  }

  @Async
  private Coroutine<Void> many() throws IOException {
    List<Task<String>> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tasks.add(createTask(echo("" + i)));
    }
    note(String.join(" ", await(Asyncio.gather(tasks))));
    return result();
  }

  @Async
  private static Coroutine<String> echo(String text) throws IOException {
    var process = await(createSubprocessExec(PIPES, "echo", text));
    return result(await(process.communicate()).out().strip());
  }
}
