package io.jasyncio.fixtures.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.StepRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A session with a program that this starts; it stops where breakpoints and steps say. */
final class Debugger implements AutoCloseable {

  private static final long PATIENCE = 60_000;

  private final VirtualMachine machine;
  private EventSet stopped;

  private Debugger(VirtualMachine machine) {
    this.machine = machine;
  }

  /**
   * Where the program stands.
   *
   * @param method its class and method, as {@code crawl.Crawler.fetch}
   * @param line the line in the source
   * @param variables what the debugger shows of the frame's variables, by name
   */
  record Stop(String method, int line, Map<String, String> variables) {}

  /** Starts a program; it waits before its first instruction. */
  static Debugger launch(Path classes, String main) throws Exception {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
    arguments.get("main").setValue(main);
    arguments.get("options").setValue("-cp \"" + classPath + "\"");
    return new Debugger(connector.launch(arguments));
  }

  /** Sets a breakpoint on all code of a line, as editors do, once the class is there. */
  void breakAt(String className, int line) {
    ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
    request.addClassFilter(className);
    request.putProperty("line", line);
    request.enable();
  }

  /** Runs to the next breakpoint; empty if the program ends before. */
  Optional<Stop> go() throws Exception {
    if (stopped == null) {
      machine.resume();
    } else {
      stopped.resume();
    }
    while (true) {
      stopped = machine.eventQueue().remove(PATIENCE);
      if (stopped == null) {
        throw new IllegalStateException("the program neither stops nor ends");
      }
      for (Event event : stopped) {
        if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
          return Optional.empty();
        } else if (event instanceof ClassPrepareEvent prepared) {
          setBreakpoints(prepared.referenceType(), (int) event.request().getProperty("line"));
        } else if (event instanceof BreakpointEvent || event instanceof StepEvent) {
          return Optional.of(stop((LocatableEvent) event));
        }
      }
      stopped.resume();
    }
  }

  /** Steps over the line on which the program stands. */
  Optional<Stop> stepOver() throws Exception {
    return step(StepRequest.STEP_OVER, List.of());
  }

  /** Steps into what the line calls, but not into the library. */
  Optional<Stop> stepInto() throws Exception {
    return step(StepRequest.STEP_INTO, List.of("io.jasyncio.*", "java.*", "jdk.*"));
  }

  private Optional<Stop> step(int depth, List<String> passedOver) throws Exception {
    ThreadReference thread = ((LocatableEvent) stopped.iterator().next()).thread();
    machine.eventRequestManager().deleteEventRequests(machine.eventRequestManager().stepRequests());
    StepRequest step =
        machine.eventRequestManager().createStepRequest(thread, StepRequest.STEP_LINE, depth);
    passedOver.forEach(step::addClassExclusionFilter);
    step.addCountFilter(1);
    step.enable();
    return go();
  }

  private void setBreakpoints(ReferenceType type, int line) throws AbsentInformationException {
    for (Location location : type.locationsOfLine(line)) {
      machine.eventRequestManager().createBreakpointRequest(location).enable();
    }
  }

  private static Stop stop(LocatableEvent event) throws IncompatibleThreadStateException {
    StackFrame frame = event.thread().frame(0);
    Location location = frame.location();
    return new Stop(
        location.declaringType().name() + "." + location.method().name(),
        location.lineNumber(),
        variables(frame));
  }

  private static Map<String, String> variables(StackFrame frame) {
    Map<String, String> variables = new TreeMap<>();
    try {
      for (LocalVariable variable : frame.visibleVariables()) {
        variables.put(variable.name(), text(frame.getValue(variable)));
      }
    } catch (AbsentInformationException compiledWithoutVariables) {
      return Map.of();
    }
    return variables;
  }

  private static String text(Value value) {
    return value instanceof StringReference string ? string.value() : String.valueOf(value);
  }

  @Override
  public void close() {
    machine.process().destroyForcibly();
  }
}
