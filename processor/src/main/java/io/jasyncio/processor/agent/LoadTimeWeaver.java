package io.jasyncio.processor.agent;

import io.jasyncio.processor.weave.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;

/** Weaves classes that are not woven yet, as they are loaded or replaced by a debugger. */
final class LoadTimeWeaver implements ClassFileTransformer {

  private static final byte[] LIBRARY = "io/jasyncio/".getBytes(StandardCharsets.UTF_8);

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> replaced,
      ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || !mayHoldAsyncCode(className, classFile)) {
      return null;
    }
    try {
      return Weaver.weaveForLoading(classFile).orElse(null);
    } catch (RuntimeException | LinkageError e) {
      // The JVM ignores what a transformer throws. Nothing is half-woven: the class that it takes
      // instead fails at its first await.
      System.err.println(
          "jasyncio: " + className.replace('/', '.') + " cannot be woven when it is loaded: " + e);
      e.printStackTrace();
      return null;
    }
  }

  private static boolean mayHoldAsyncCode(String className, byte[] classFile) {
    return className != null && contains(classFile, LIBRARY);
  }

  private static boolean contains(byte[] text, byte[] word) {
    for (int at = 0; at <= text.length - word.length; at++) {
      int matched = 0;
      while (matched < word.length && text[at + matched] == word[matched]) {
        matched++;
      }
      if (matched == word.length) {
        return true;
      }
    }
    return false;
  }
}
