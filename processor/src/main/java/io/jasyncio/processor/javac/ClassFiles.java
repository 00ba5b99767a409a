package io.jasyncio.processor.javac;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
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

  private static final FileTime MARK = FileTime.fromMillis(0);

  private final Filer filer;
  private final Filer hostFiler;
  private final Elements elements;

  /**
   * Class files of one compilation.
   *
   * @param filer javac's, for the files that javac knows of
   * @param hostFiler the one that the build tool handed out, which notes what is made
   * @param elements javac's view of the program
   */
  ClassFiles(Filer filer, Filer hostFiler, Elements elements) {
    this.filer = filer;
    this.hostFiler = hostFiler;
    this.elements = elements;
  }

  /** A class file that javac has written, or is about to write. */
  interface ClassFile {
    /** Makes it possible to tell an older class file from the one that javac is about to write. */
    Stale mark() throws IOException;

    byte[] read() throws IOException;

    void write(byte[] bytes) throws IOException;

    void delete() throws IOException;
  }

  /** An older class file. */
  @FunctionalInterface
  interface Stale {
    /** Tells whether it still stands where javac should have written a new one. */
    boolean remains() throws IOException;
  }

  /**
   * Finds a class file.
   *
   * @param internalName the class
   * @param type the class, or another of its module
   * @param source where the class was compiled from
   */
  ClassFile find(String internalName, TypeElement type, JavaFileObject source) throws IOException {
    String module = modulePrefix(type, internalName);
    FileObject output = output(module, internalName + ".class");
    Optional<Path> path = path(output);
    if (path.isEmpty()) {
      return new Managed(module, internalName, output);
    }
    if (hasDestination(module)) {
      return new OnDisk(path.get());
    }
    return new OnDisk(
        path(source).map(file -> file.resolveSibling(fileName(internalName))).orElse(path.get()));
  }

  /**
   * Writes a class that javac does not know of, beside the class that needs it.
   *
   * @param user the class that needs it
   * @param userFile the class file of {@code user}
   */
  void create(String internalName, byte[] bytes, TypeElement user, ClassFile userFile)
      throws IOException {
    String module = modulePrefix(user, internalName);
    Optional<Path> path = path(output(module, internalName + ".class"));
    if (userFile instanceof OnDisk onDisk
        && !onDisk.path().resolveSibling(fileName(internalName)).equals(path.orElse(null))) {
      Files.write(onDisk.path().resolveSibling(fileName(internalName)), bytes);
      return;
    }
    // Through the filer, so that an incremental build learns of it; and as a resource, for javac
    // warns of a class file that is made after the last round.
    FileObject file =
        hostFiler.createResource(
            StandardLocation.CLASS_OUTPUT, module, internalName + ".class", user);
    try (OutputStream out = file.openOutputStream()) {
      out.write(bytes);
    }
  }

  /**
   * The filer wants the module where several are compiled in one run, and only there. It is asked
   * for a file that is there: some file managers make one of each that they are asked for.
   */
  private String modulePrefix(TypeElement type, String internalName) throws IOException {
    try {
      output("", internalName + ".class");
      return "";
    } catch (FilerException severalModules) {
      return elements.getModuleOf(type).getQualifiedName() + "/";
    }
  }

  /**
   * Without {@code -d}, javac writes a class beside its source; what the filer is asked for it then
   * looks for in the working directory, whatever the package. The time stamps of the two files
   * would not tell: one may come from a machine whose clock is ahead.
   */
  private boolean hasDestination(String module) throws IOException {
    return !path(output(module, "file")).equals(path(output(module, "directory/file")));
  }

  private FileObject output(String module, String name) throws IOException {
    return filer.getResource(StandardLocation.CLASS_OUTPUT, module, name);
  }

  private static String fileName(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1) + ".class";
  }

  private static Optional<Path> path(FileObject file) {
    URI uri = file.toUri();
    return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
  }

  private record OnDisk(Path path) implements ClassFile {

    /**
     * A file manager may send what javac writes elsewhere, and this one stays. Its time says so:
     * set to a mark, no clock has to be right and no file system fine-grained.
     */
    @Override
    public Stale mark() throws IOException {
      if (!Files.exists(path)) {
        return () -> false;
      }
      FileTime before = Files.getLastModifiedTime(path);
      Files.setLastModifiedTime(path, MARK);
      FileTime marked = Files.getLastModifiedTime(path);
      return () -> {
        boolean remains = Files.exists(path) && Files.getLastModifiedTime(path).equals(marked);
        if (remains) {
          Files.setLastModifiedTime(path, before);
        }
        return remains;
      };
    }

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
    private final String module;
    private final String internalName;
    private final FileObject output;

    Managed(String module, String internalName, FileObject output) {
      this.module = module;
      this.internalName = internalName;
      this.output = output;
    }

    /** Who keeps files in memory gives back what was written. */
    @Override
    public Stale mark() {
      return () -> false;
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
          filer.createResource(StandardLocation.CLASS_OUTPUT, module, internalName + ".class");
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
