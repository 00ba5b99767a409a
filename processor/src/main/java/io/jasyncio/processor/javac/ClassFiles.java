package io.jasyncio.processor.javac;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * The class files that javac has just written.
 *
 * <p>A file on disk is read and written as a file: since JDK 21 javac warns of a second write
 * through the filer. The filer is for file managers that keep their output elsewhere.
 */
final class ClassFiles {

  private final Filer filer;

  ClassFiles(Filer filer) {
    this.filer = filer;
  }

  /** A class file that exists. */
  interface ClassFile {
    byte[] read() throws IOException;

    void write(byte[] bytes) throws IOException;

    void delete() throws IOException;
  }

  /**
   * Finds a class file.
   *
   * @param internalName the class
   * @param source where the class was compiled from; without {@code -d}, javac writes beside it
   */
  ClassFile find(String internalName, JavaFileObject source) throws IOException {
    FileObject output =
        filer.getResource(StandardLocation.CLASS_OUTPUT, "", internalName + ".class");
    Optional<Path> path = path(output.toUri());
    if (path.isEmpty()) {
      return new Managed(internalName, output);
    }
    List<Path> candidates = new ArrayList<>(List.of(path.get()));
    path(source.toUri())
        .ifPresent(file -> candidates.add(file.resolveSibling(fileName(internalName))));
    return new OnDisk(newest(candidates));
  }

  /**
   * Writes a class that javac does not know of, beside the class that needs it.
   *
   * @param user the class that needs it
   * @param userFile the class file of {@code user}
   */
  void create(String internalName, byte[] bytes, TypeElement user, ClassFile userFile)
      throws IOException {
    FileObject output =
        filer.getResource(StandardLocation.CLASS_OUTPUT, "", internalName + ".class");
    Optional<Path> path = path(output.toUri());
    if (userFile instanceof OnDisk onDisk
        && !onDisk.path().resolveSibling(fileName(internalName)).equals(path.orElse(null))) {
      Files.write(onDisk.path().resolveSibling(fileName(internalName)), bytes);
      return;
    }
    // Through the filer, so that an incremental build learns of it; and as a resource, for javac
    // warns of a class file that is made after the last round.
    FileObject file =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", internalName + ".class", user);
    try (OutputStream out = file.openOutputStream()) {
      out.write(bytes);
    }
  }

  private static String fileName(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1) + ".class";
  }

  private static Path newest(List<Path> candidates) throws IOException {
    Path newest = candidates.get(0);
    for (Path candidate : candidates) {
      if (Files.exists(candidate)
          && (!Files.exists(newest)
              || Files.getLastModifiedTime(candidate).compareTo(Files.getLastModifiedTime(newest))
                  > 0)) {
        newest = candidate;
      }
    }
    return newest;
  }

  private static Optional<Path> path(URI uri) {
    return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
  }

  private record OnDisk(Path path) implements ClassFile {
    @Override
    public byte[] read() throws IOException {
      return Files.readAllBytes(path);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      Files.write(path, bytes);
    }

    @Override
    public void delete() throws IOException {
      Files.deleteIfExists(path);
    }
  }

  private final class Managed implements ClassFile {
    private final String internalName;
    private final FileObject output;

    Managed(String internalName, FileObject output) {
      this.internalName = internalName;
      this.output = output;
    }

    @Override
    public byte[] read() throws IOException {
      try (InputStream in = output.openInputStream()) {
        return in.readAllBytes();
      }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      FileObject file =
          filer.createResource(StandardLocation.CLASS_OUTPUT, "", internalName + ".class");
      try (OutputStream out = file.openOutputStream()) {
        out.write(bytes);
      }
    }

    @Override
    public void delete() {
      output.delete();
    }
  }
}
