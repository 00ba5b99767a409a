package io.jasyncio.processor.agent;

import io.jasyncio.processor.names.Names;
import io.jasyncio.processor.weave.Weaver;
import io.jasyncio.processor.weave.WeavingException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds async methods that the compiler wrote and nobody wove. */
final class UnwovenFinder {

  private static final Set<String> WOVEN_CALLS =
      Set.of(Names.AWAIT, Names.RESULT, Names.EMIT, Names.EMIT_ALL);

  private UnwovenFinder() {}

  /**
   * Looks through a directory or a jar.
   *
   * @return the methods, {@code a.b.Crawler.fetch}, sorted
   */
  static List<String> find(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      return findBelow(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return findBelow(jar.getPath("/"));
    }
  }

  private static List<String> findBelow(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      found.addAll(unwovenIn(Files.readAllBytes(file)));
    }
    return found;
  }

  private static List<String> unwovenIn(byte[] classFile) {
    ClassNode owner = new ClassNode();
    new ClassReader(classFile).accept(owner, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    List<String> awaiting =
        owner.methods.stream()
            .filter(UnwovenFinder::awaits)
            .map(method -> owner.name.replace('/', '.') + "." + method.name)
            .distinct()
            .collect(Collectors.toList());
    if (awaiting.isEmpty() && canBeWoven(classFile)) {
      awaiting.add(owner.name.replace('/', '.')); // its async methods only hand on coroutines
    }
    return awaiting;
  }

  /** Weaving leaves no call of these. */
  private static boolean awaits(MethodNode method) {
    return StreamSupport.stream(method.instructions.spliterator(), false)
        .anyMatch(
            insn ->
                insn instanceof MethodInsnNode call
                    && call.owner.equals(Names.ASYNCIO_INTERNAL)
                    && WOVEN_CALLS.contains(call.name));
  }

  private static boolean canBeWoven(byte[] classFile) {
    try {
      return Weaver.weave(classFile).isPresent();
    } catch (WeavingException e) {
      return true;
    }
  }
}
