package io.jasyncio.processor;

import com.google.auto.service.AutoService;
import io.jasyncio.processor.check.Options;
import io.jasyncio.processor.declare.Declared;
import io.jasyncio.processor.declare.Declarer;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.facade.FacadeWriter;
import io.jasyncio.processor.javac.CompilationListener;
import io.jasyncio.processor.names.Names;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Compiles {@code @Async} methods: {@linkplain io.jasyncio.processor.declare declares} their state
 * machines during annotation processing, then {@linkplain io.jasyncio.processor.check checks} the
 * attributed classes and {@linkplain io.jasyncio.processor.weave weaves} the class files.
 */
@AutoService(Processor.class)
public final class AsyncProcessor extends AbstractProcessor {

  private Declarer declarer;
  private FacadeWriter facades;
  private CompilationListener listener;

  /** Called by the compiler. */
  public AsyncProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Names.ASYNC, Names.TO_THREAD);
  }

  @Override
  public Set<String> getSupportedOptions() {
    Set<String> options = new TreeSet<>(Options.names());
    options.addAll(CompilationListener.options());
    return options;
  }

  @Override
  public synchronized void init(ProcessingEnvironment env) {
    super.init(env);
    declarer = new Declarer(env);
    facades = new FacadeWriter(env);
    try {
      listener = CompilationListener.install(env);
    } catch (IllegalArgumentException notJavac) {
      reportHost(env);
    }
  }

  /** Eclipse's compiler does its half; with any other the cause is not known. */
  private static void reportHost(ProcessingEnvironment env) {
    String host = env.getClass().getName();
    if (host.startsWith("org.eclipse.jdt.")) {
      env.getMessager()
          .printMessage(
              Kind.WARNING,
              Diagnostic.HOST_NOT_SUPPORTED.message(
                  "Eclipse's compiler declares async methods and cannot weave them: run the program"
                      + " with -javaagent:jasyncio-processor.jar, which weaves its classes as they"
                      + " are loaded"));
      return;
    }
    env.getMessager()
        .printMessage(
            Kind.ERROR,
            Diagnostic.HOST_NOT_SUPPORTED.message(
                "this compiler is not javac, or it wraps javac's environment: async methods"
                    + " cannot be woven here ("
                    + host
                    + ")"));
  }

  // An annotation that nobody claims is a warning under -Xlint:processing, an error for some users.
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    TypeElement async = processingEnv.getElementUtils().getTypeElement(Names.ASYNC);
    if (async != null && !round.processingOver()) {
      Declared declared = declarer.declare(round.getElementsAnnotatedWith(async));
      if (listener != null) {
        listener.expect(declared);
      }
    }
    TypeElement toThread = processingEnv.getElementUtils().getTypeElement(Names.TO_THREAD);
    if (toThread != null) {
      facades.write(round.getElementsAnnotatedWith(toThread));
    }
    return true;
  }
}
