package io.jasyncio.processor.javac;

import io.jasyncio.processor.weave.KeptVariables;
import io.jasyncio.processor.weave.Weaver;
import io.jasyncio.processor.weave.WeavingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * Weaves class files on their way to a file manager that does not give them back. A class brings
 * its machines along, as one that is woven while it is loaded: the declared ones may have been
 * written already.
 */
final class WeavingFiles extends ForwardingJavaFileManager<JavaFileManager> {

  private final KeptVariables kept;
  private final Consumer<WeavingException> failures;

  /**
   * A file manager in front of another.
   *
   * @param files takes the woven class files
   * @param kept which variables methods keep when they suspend
   * @param failures is told of each class that cannot be woven, which is then not written
   */
  WeavingFiles(JavaFileManager files, KeptVariables kept, Consumer<WeavingException> failures) {
    super(files);
    this.kept = kept;
    this.failures = failures;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling)
      throws IOException {
    JavaFileObject file = super.getJavaFileForOutput(location, className, kind, sibling);
    return kind == JavaFileObject.Kind.CLASS ? new Woven(file) : file;
  }

  private final class Woven extends ForwardingJavaFileObject<JavaFileObject> {

    Woven(JavaFileObject file) {
      super(file);
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() throws IOException {
          writeWoven(toByteArray());
        }
      };
    }

    private void writeWoven(byte[] compiled) throws IOException {
      byte[] woven;
      try {
        woven = Weaver.weaveForLoading(compiled, kept).orElse(compiled);
      } catch (WeavingException e) {
        failures.accept(e);
        return;
      }
      try (OutputStream out = fileObject.openOutputStream()) {
        out.write(woven);
      }
    }
  }
}
