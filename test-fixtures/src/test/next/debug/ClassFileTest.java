package io.jasyncio.fixtures.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import io.jasyncio.processor.weave.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/**
 * Compares what javac and the processor make of every program under {@code programs} with what
 * javac makes of it alone: the difference is in the code of the async methods and nowhere else.
 */
final class ClassFileTest {

  private static final String ASYNC = Type.getDescriptor(Async.class);

  private static Compiled plain;
  private static Compiled woven;

  @BeforeAll
  static void compile() throws IOException {
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> sources = files.getJavaFileObjectsFromPaths(programs());
      plain = Compiled.plain(sources);
      woven = Compiled.woven(sources);
    }
  }

  private static List<Path> programs() throws IOException {
    List<Path> directories = new ArrayList<>(List.of(Path.of("programs/good")));
    if (Runtime.version().feature() >= 21) {
      directories.add(Path.of("programs/good21"));
    }
    directories.add(Path.of("programs/woven"));
    List<Path> sources = new ArrayList<>();
    for (Path directory : directories) {
      try (Stream<Path> files = Files.walk(directory)) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    sources.add(Path.of("programs/plain/io/jasyncio/fixtures/Shown.java"));
    return sources;
  }

  // What stays

  @Test
  void classWithoutAsyncMethods_staysAsItIs() {
    int compared = 0;
    for (String name : plain.classes().keySet()) {
      if (asyncMethods(plain.node(name)).isEmpty()) {
        assertArrayEquals(plain.classes().get(name), woven.classes().get(name), name);
        compared++;
      }
    }
    assertTrue(compared > 10);
  }

  @Test
  void classWithAsyncMethods_keepsEverythingButTheirCode() {
    for (ClassNode before : classesWithAsyncMethods()) {
      ClassNode after = woven.node(before.name.replace('/', '.'));
      for (MethodNode method : before.methods) {
        MethodNode kept = method(after, method.name, method.desc).orElseThrow();
        if (hasBody(after, method)) {
          assertEquals(text(withoutCode(method)), text(withoutCode(kept)), before.name);
        } else {
          assertEquals(text(method), text(kept), before.name);
        }
        assertEquals(method.access, kept.access);
        assertEquals(method.signature, kept.signature);
        assertEquals(method.exceptions, kept.exceptions);
      }
      assertEquals(
          before.methods.stream().map(method -> method.name + method.desc).toList(),
          after.methods.stream()
              .filter(method -> method(before, method.name, method.desc).isPresent())
              .map(method -> method.name + method.desc)
              .toList(),
          "order");
      assertEquals(header(before), header(after));
    }
  }

  /** The attributes of a class, each with its name, so that a difference can be read. */
  private static List<Object> header(ClassNode node) {
    return List.of(
        node.version,
        node.access,
        node.name,
        Optional.ofNullable(node.signature),
        node.superName,
        node.interfaces,
        Optional.ofNullable(node.sourceFile),
        Optional.ofNullable(node.sourceDebug),
        Optional.ofNullable(node.outerClass),
        Optional.ofNullable(node.outerMethod),
        Optional.ofNullable(node.outerMethodDesc),
        Optional.ofNullable(node.nestHostClass),
        Optional.ofNullable(node.nestMembers),
        Optional.ofNullable(node.permittedSubclasses),
        node.innerClasses.stream().map(inner -> inner.name + inner.access).sorted().toList(),
        node.fields.stream()
            .map(field -> field.access + field.name + field.desc + field.signature + field.value)
            .toList(),
        Optional.ofNullable(node.recordComponents)
            .map(parts -> parts.stream().map(part -> part.name + part.descriptor).toList()));
  }

  @Test
  void body_hasTheLinesOfTheSource() {
    for (ClassNode before : classesWithAsyncMethods()) {
      for (MethodNode method : asyncMethods(before)) {
        ClassNode after = woven.node(before.name.replace('/', '.'));
        assertEquals(lines(method), lines(body(after, method)), before.name + "." + method.name);
      }
    }
  }

  @Test
  void kickoff_hasNoLines() {
    for (ClassNode before : classesWithAsyncMethods()) {
      ClassNode after = woven.node(before.name.replace('/', '.'));
      for (MethodNode method : asyncMethods(after)) {
        assertEquals(Set.of(), lines(method), before.name + "." + method.name);
      }
    }
  }

  /** One that is never read may be dead from the beginning. */
  @Test
  void body_hasTheVariablesOfTheSource() {
    for (ClassNode before : classesWithAsyncMethods()) {
      ClassNode after = woven.node(before.name.replace('/', '.'));
      for (MethodNode method : asyncMethods(before)) {
        Set<String> variables = variables(method, variable -> true);
        Set<String> claimed = variables(body(after, method), variable -> true);
        String name = before.name + "." + method.name;
        assertTrue(variables.containsAll(claimed), name);
        assertTrue(
            claimed.containsAll(variables(method, variable -> isRead(variable, method))), name);
      }
    }
  }

  private static boolean isRead(LocalVariableNode variable, MethodNode method) {
    int from = method.instructions.indexOf(variable.start);
    int to = method.instructions.indexOf(variable.end);
    for (AbstractInsnNode at : method.instructions) {
      int index = method.instructions.indexOf(at);
      if (from <= index
          && index < to
          && at instanceof VarInsnNode access
          && access.var == variable.index
          && access.getOpcode() <= Opcodes.ALOAD) {
        return true;
      }
    }
    return false;
  }

  @Test
  void variable_isClaimedOnlyWhereItsSlotHoldsIt() throws AnalyzerException {
    int checked = 0;
    for (ClassNode before : classesWithAsyncMethods()) {
      ClassNode after = woven.node(before.name.replace('/', '.'));
      for (MethodNode method : asyncMethods(before)) {
        MethodNode body = body(after, method);
        Frame<BasicValue>[] frames =
            new Analyzer<>(new BasicInterpreter()).analyze(after.name, body);
        for (LocalVariableNode variable : body.localVariables) {
          for (AbstractInsnNode at = variable.start; at != variable.end; at = at.getNext()) {
            Frame<BasicValue> frame = frames[body.instructions.indexOf(at)];
            if (at.getOpcode() >= 0 && frame != null) {
              assertEquals(
                  kind(Type.getType(variable.desc)),
                  kind(frame.getLocal(variable.index).getType()),
                  () -> after.name + "." + method.name + ": " + variable.name);
              checked++;
            }
          }
        }
      }
    }
    assertTrue(checked > 1000);
  }

  /** Int-like types are one type to the JVM, and so are references. */
  private static String kind(Type type) {
    return type == null ? "nothing" : String.valueOf(type.getOpcode(Opcodes.ILOAD));
  }

  @Test
  void secondWeaving_findsNothingToDo() {
    woven
        .classes()
        .forEach((name, bytes) -> assertEquals(Optional.empty(), Weaver.weave(bytes), name));
  }

  @Test
  void secondCompilation_givesTheSameBytes() throws IOException {
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      // Not all: some take javac very long. In another order, which must not matter either.
      List<Path> some =
          new ArrayList<>(
              programs().stream()
                  .filter(path -> !path.toString().contains("expressions"))
                  .filter(path -> !path.toString().contains("limits"))
                  .toList());
      Collections.reverse(some);
      Compiled again = Compiled.woven(files.getJavaFileObjectsFromPaths(some));

      assertTrue(again.classes().size() > 100);
      again
          .classes()
          .forEach((name, bytes) -> assertArrayEquals(bytes, woven.classes().get(name), name));
    }
  }

  // Finding and showing

  private static List<ClassNode> classesWithAsyncMethods() {
    List<ClassNode> nodes =
        plain.classes().keySet().stream()
            .map(plain::node)
            .filter(node -> !asyncMethods(node).isEmpty())
            .toList();
    assertFalse(nodes.isEmpty());
    return nodes;
  }

  /** With the bodies of async lambdas, which carry no annotation. */
  private static List<MethodNode> asyncMethods(ClassNode node) {
    ClassNode after = woven.node(node.name.replace('/', '.'));
    return node.methods.stream()
        .filter(method -> isAnnotated(method) || hasBody(after, method))
        .toList();
  }

  private static boolean isAnnotated(MethodNode method) {
    return (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0
        && method.visibleAnnotations != null
        && method.visibleAnnotations.stream().anyMatch(each -> each.desc.equals(ASYNC));
  }

  private static boolean hasBody(ClassNode woven, MethodNode source) {
    return woven.methods.stream().anyMatch(method -> isBody(method, source));
  }

  private static Optional<MethodNode> method(ClassNode node, String name, String descriptor) {
    return node.methods.stream()
        .filter(method -> method.name.equals(name) && method.desc.equals(descriptor))
        .findAny();
  }

  private static MethodNode body(ClassNode woven, MethodNode source) {
    MethodNode body =
        woven.methods.stream().filter(method -> isBody(method, source)).findAny().orElse(null);
    assertNotNull(body, () -> woven.name + "." + source.name + " has no body");
    return body;
  }

  /** The parameters of the source come first. */
  private static boolean isBody(MethodNode method, MethodNode source) {
    String parameters = source.desc.substring(0, source.desc.indexOf(')'));
    return method.name.equals(source.name)
        && method.desc.startsWith(parameters + "Lio/jasyncio/codegen/Execution;");
  }

  private static MethodNode withoutCode(MethodNode method) {
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    method.localVariables = null;
    method.visibleLocalVariableAnnotations = null;
    method.invisibleLocalVariableAnnotations = null;
    return method;
  }

  private static String text(MethodNode method) {
    method.maxStack = 0;
    method.maxLocals = 0;
    Textifier text = new Textifier();
    method.accept(new TraceMethodVisitor(text));
    return method.name + method.desc + text.getText();
  }

  private static Set<Integer> lines(MethodNode method) {
    Set<Integer> lines = new TreeSet<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode line) {
        lines.add(line.line);
      }
    }
    return lines;
  }

  private static Set<String> variables(MethodNode method, Predicate<LocalVariableNode> predicate) {
    Set<String> variables = new TreeSet<>();
    for (LocalVariableNode variable : method.localVariables) {
      if (predicate.test(variable)) {
        variables.add(variable.name + " " + variable.desc + " " + variable.signature);
      }
    }
    return variables;
  }
}
