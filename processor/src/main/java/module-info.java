/**
 * The annotation processor. It exports nothing: a build names it on the processor path and javac
 * finds it as a service.
 */
@SuppressWarnings("requires-automatic") // only while this module is compiled, see below
module io.jasyncio.processor {
  requires java.compiler;
  requires java.instrument;
  requires jdk.compiler;

  // Static: the published jar has its own relocated copies and needs none of these.
  requires static com.google.auto.service;
  requires static com.palantir.javapoet;
  requires static org.objectweb.asm;
  requires static org.objectweb.asm.tree;
  requires static org.objectweb.asm.tree.analysis;

  provides javax.annotation.processing.Processor with
      io.jasyncio.processor.AsyncProcessor;
}
