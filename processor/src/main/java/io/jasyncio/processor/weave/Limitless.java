package io.jasyncio.processor.weave;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.Value;

/**
 * ASM's tools without the limits of work that protect a server from hostile class files. A body
 * with many locals and far jumps passes them, and here class files are the user's own.
 */
final class Limitless {

  private Limitless() {}

  static ClassWriter classWriter() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
    return writer;
  }

  static <V extends Value> Analyzer<V> analyzer(Interpreter<V> interpreter) {
    Analyzer<V> analyzer = new Analyzer<>(interpreter);
    analyzer.setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
    return analyzer;
  }
}
