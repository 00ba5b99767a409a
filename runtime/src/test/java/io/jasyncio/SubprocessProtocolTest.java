package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Over the programs that every Unix has. */
@DisabledOnOs(OS.WINDOWS)
class SubprocessProtocolTest extends IoStory {

  /** Notes what it is told; the three pipes and the exit come in any order, so apart from that. */
  private class Told implements SubprocessProtocol {

    final Future<Void> completed = getRunningLoop().createFuture();
    final StringBuilder output = new StringBuilder();
    final StringBuilder errors = new StringBuilder();
    final List<Throwable> failures = new ArrayList<>();
    SubprocessTransport transport;
    int pipesLost;
    Integer returncode;

    @Override
    public void connectionMade(SubprocessTransport made) {
      transport = made;
      note("made");
    }

    @Override
    public void pipeDataReceived(int fd, ByteBuffer data) {
      (fd == 1 ? output : errors).append(UTF_8.decode(data));
    }

    @Override
    public void pipeConnectionLost(int fd, Throwable failure) {
      pipesLost++;
      if (failure != null) {
        failures.add(failure);
      }
    }

    @Override
    public void processExited() {
      returncode = transport.getReturncode();
    }

    @Override
    public void connectionLost(Throwable failure) {
      assertNull(failure);
      note("lost after %d pipes, %s".formatted(pipesLost, returncode));
      completed.setResult(null);
    }

    @Async
    Coroutine<Void> hasOutput(String expected) {
      while (!output.toString().equals(expected)) {
        await(sleep(Duration.ofMillis(1)));
      }
      return result();
    }

    WriteTransport stdin() {
      return (WriteTransport) transport.getPipeTransport(0);
    }
  }

  private static final ProcessOptions NO_PIPES =
      ProcessOptions.DEFAULT.withStdin(ProcessOptions.DEVNULL);

  // Talking

  @Test
  void process_isTalkedToThroughItsPipes() {
    run(() -> interactive());
    expect("made", "connected", "one", "one two", "lost after 3 pipes, 0");
    expectReports();
  }

  @Async
  private Coroutine<Void> interactive() throws IOException {
    var process = await(getRunningLoop().subprocessExec(Told::new, "cat"));
    note("connected");
    Told told = process.protocol();
    assertTrue(process.transport().getPid() > 0);
    assertInstanceOf(Process.class, process.transport().getExtraInfo("subprocess"));
    assertNull(process.transport().getReturncode());
    told.stdin().write("one".getBytes(UTF_8));
    await(told.hasOutput("one"));
    note("one");
    told.stdin().write(" two".getBytes(UTF_8));
    await(told.hasOutput("one two"));
    note("one two");
    told.stdin().writeEof();
    await(told.completed);
    return result();
  }

  @Test
  void errors_comeApartFromTheOutput_orWithIt() {
    run(() -> errors());
    expect(
        "made",
        "lost after 3 pipes, 0",
        "out: out\n, err: err\n",
        "made",
        "lost after 2 pipes, 0",
        "out: out\nerr\n, err: ");
  }

  @Async
  private Coroutine<Void> errors() throws IOException {
    EventLoop loop = getRunningLoop();
    String command = "echo out; echo err >&2";
    var apart = await(loop.subprocessShell(Told::new, command)).protocol();
    await(apart.completed);
    note("out: " + apart.output + ", err: " + apart.errors);
    var merged =
        await(loop.subprocessShell(Told::new, Subprocesses.PIPED.withStderrToStdout(), command));
    assertNotNull(merged.transport().getPipeTransport(1));
    assertNull(merged.transport().getPipeTransport(2));
    await(merged.protocol().completed);
    note("out: " + merged.protocol().output + ", err: " + merged.protocol().errors);
    return result();
  }

  @Test
  void processThatReadsNothing_pausesWriting() {
    run(() -> paused());
    expect("made", "pause", "lost after 3 pipes, 137");
  }

  @Async
  private Coroutine<Void> paused() throws IOException {
    var process = await(getRunningLoop().subprocessExec(() -> pausing(), "sleep", "1000"));
    process.protocol().stdin().write(new byte[1_000_000]);
    process.transport().close();
    process.transport().close();
    assertTrue(process.transport().isClosing());
    await(process.protocol().completed);
    assertEquals(List.of(), process.protocol().failures);
    return result();
  }

  private Told pausing() {
    return new Told() {
      @Override
      public void pauseWriting() {
        note("pause");
      }
    };
  }

  @Test
  void closedOutput_breaksTheProcessThatWrites() {
    run(() -> closedOutput());
    expect("made", "started", "lost after 3 pipes, 141");
  }

  @Async
  private Coroutine<Void> closedOutput() throws IOException {
    var process = await(getRunningLoop().subprocessShell(Told::new, "echo x; exec yes"));
    Told told = process.protocol();
    while (told.output.isEmpty()) {
      await(sleep(Duration.ofMillis(1)));
    }
    note("started");
    process.transport().getPipeTransport(1).close();
    await(told.completed);
    return result();
  }

  // The end

  @Test
  void exitStatus_isKnown_withoutPipes_too() {
    run(() -> exitStatus());
    expect("made", "lost after 0 pipes, 7");
  }

  @Async
  private Coroutine<Void> exitStatus() throws IOException {
    var process = await(getRunningLoop().subprocessShell(Told::new, NO_PIPES, "exit 7"));
    for (int fd = -1; fd <= 3; fd++) {
      assertNull(process.transport().getPipeTransport(fd));
    }
    await(process.protocol().completed);
    assertEquals(7, process.transport().getReturncode());
    assertFalse(process.transport().isClosing());
    assertThrows(ProcessLookupException.class, process.transport()::terminate);
    assertThrows(ProcessLookupException.class, process.transport()::kill);
    assertTrue(process.transport().toString().endsWith("ended with 7)"));
    process.transport().close();
    return result();
  }

  @Test
  void processThatEnds_closesTheInputThatNobodyHasClosed() {
    run(() -> inputLeftOpen());
    expect("made", "lost after 3 pipes, 0", "made", "lost after 3 pipes, 0", "broken");
  }

  @Async
  private Coroutine<Void> inputLeftOpen() throws IOException {
    EventLoop loop = getRunningLoop();
    await(await(loop.subprocessExec(Told::new, "true")).protocol().completed);
    // It reads, and so ends only after the write.
    Told told = await(loop.subprocessExec(Told::new, "head", "-c", "1")).protocol();
    told.stdin().write(new byte[1_000_000]);
    await(told.completed);
    assertInstanceOf(ConnectionResetException.class, told.failures.get(0));
    note("broken");
    return result();
  }

  @Test
  void signals_endTheProcess() {
    run(() -> signals());
    expect(
        "made",
        "lost after 3 pipes, 137",
        "made",
        "lost after 3 pipes, 143",
        "made",
        "lost after 3 pipes, 138",
        "made",
        "lost after 3 pipes, 137");
  }

  @Async
  private Coroutine<Void> signals() throws IOException {
    EventLoop loop = getRunningLoop();
    var killed = await(loop.subprocessExec(Told::new, "cat"));
    killed.transport().kill();
    await(killed.protocol().completed);
    var terminated = await(loop.subprocessExec(Told::new, "cat"));
    terminated.transport().terminate();
    await(terminated.protocol().completed);
    var signalled = await(loop.subprocessExec(Told::new, "cat"));
    await(signalled.transport().sendSignal("USR1"));
    await(signalled.protocol().completed);
    var closed = await(loop.subprocessExec(Told::new, "cat"));
    closed.transport().close();
    await(closed.protocol().completed);
    return result();
  }

  // Failures

  @Test
  void protocolThatThrows_losesThatPipeOnly() {
    run(() -> throwing());
    expect("made", "lost after 3 pipes, 0");
    expectReports("Fatal error: protocol.dataReceived() call failed.");
  }

  @Async
  private Coroutine<Void> throwing() throws IOException {
    var process =
        await(getRunningLoop().subprocessShell(() -> thrower(), "echo bad; cat >/dev/null"));
    Told told = process.protocol();
    while (told.failures.isEmpty()) {
      await(sleep(Duration.ofMillis(1)));
    }
    assertEquals("bad data", told.failures.get(0).getMessage());
    told.stdin().close();
    await(told.completed);
    return result();
  }

  private Told thrower() {
    return new Told() {
      @Override
      public void pipeDataReceived(int fd, ByteBuffer data) {
        throw new IllegalStateException("bad data");
      }
    };
  }

  @Test
  void missingProgram_isNamed_andItsProtocolNotTold() {
    NoSuchFileException missing =
        assertThrows(
            NoSuchFileException.class,
            () -> run(() -> getRunningLoop().subprocessExec(Told::new, "no-such-program")));
    assertEquals("no-such-program: no such program", missing.getMessage());
    expect();
  }

  @Test
  void cancelledStart_leavesNoProcess() {
    run(() -> cancelled());
    expect("cancelled");
  }

  @Async
  private Coroutine<Void> cancelled() throws IOException {
    var starting =
        createTask(getRunningLoop().subprocessExec(Told::new, NO_PIPES, "sleep", "23456"));
    await(sleep(Duration.ZERO));
    starting.cancel();
    try {
      Object unused = await(starting);
    } catch (CancelledError cancelled) {
      note("cancelled");
    }
    while (ProcessHandle.current().children().anyMatch(SubprocessProtocolTest::isThatSleeper)) {
      await(sleep(Duration.ofMillis(1)));
    }
    return result();
  }

  private static boolean isThatSleeper(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("23456");
  }

  @Test
  void streamsOfAProcess_standOnItsTransports() {
    run(() -> transports());
    expect("0");
  }

  @Async
  private Coroutine<Void> transports() throws IOException {
    var process = await(Asyncio.createSubprocessExec(Subprocesses.PIPED, "cat"));
    assertEquals(process.pid(), process.transport().getPid());
    assertEquals(process.stdin().transport(), process.transport().getPipeTransport(0));
    process.stdin().close();
    note("" + await(process.waitAsync()));
    return result();
  }
}
