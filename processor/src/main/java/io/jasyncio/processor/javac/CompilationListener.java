package io.jasyncio.processor.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.check.AsyncClass;
import io.jasyncio.processor.check.AsyncClasses;
import io.jasyncio.processor.check.BodyCheck;
import io.jasyncio.processor.declare.AsyncMirror;
import io.jasyncio.processor.declare.Declared;
import io.jasyncio.processor.declare.Descriptors;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.weave.KeptVariables;
import io.jasyncio.processor.weave.Weaver;
import io.jasyncio.processor.weave.WeavingException;
import io.jasyncio.processor.weave.WovenClass;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;

/**
 * Follows a javac run past the annotation-processing rounds: checks each class when it has been
 * attributed, and weaves it when its class file has been written.
 */
public final class CompilationListener implements TaskListener {

  /** Keeps all variables that are in scope when a method suspends. */
  private static final String DEBUG_OPTION = "jasyncio.debug";

  private final ProcessingEnvironment env;
  private final Trees trees;
  private final BodyCheck check;
  private final Descriptors descriptors;
  private final ClassFiles classFiles;
  private final AsyncClasses asyncClasses;

  private final Explanations explanations;
  private final KeptVariables kept;
  private final KnownCallees callees;

  /** Whether class files are woven while javac writes them, and not afterwards. */
  private final boolean weavesWhenWritten;

  /** The class that javac writes. */
  private TypeElement writing;

  // Classes are known by their unique names.

  /** The classes with async code that are still to be generated. */
  private final Map<String, AsyncClass> toWeave = new HashMap<>();

  /** What the class files of these were before javac wrote them. */
  private final Map<String, ClassFiles.Stale> stale = new HashMap<>();

  /** The machines that have been declared. */
  private final Set<String> declaredMachines = new HashSet<>();

  /** Machines whose declared class javac has written; they can be given their content. */
  private final Map<String, JavaFileObject> generatedMachines = new HashMap<>();

  /** Machines that were woven before javac wrote their declared class. */
  private final Map<String, byte[]> earlyMachines = new HashMap<>();

  private CompilationListener(ProcessingEnvironment host, ProcessingEnvironment env) {
    this.env = env;
    this.trees = Trees.instance(env);
    this.check = new BodyCheck(env);
    this.asyncClasses = new AsyncClasses(trees, env.getTypeUtils());
    this.descriptors = new Descriptors(env.getElementUtils(), env.getTypeUtils());
    this.callees = new KnownCallees(env, descriptors);
    this.classFiles = new ClassFiles(env.getFiler(), host.getFiler(), env.getElementUtils());
    this.explanations = new Explanations(env.getOptions(), trees);
    this.kept =
        env.getOptions().containsKey(DEBUG_OPTION) ? KeptVariables.IN_SCOPE : KeptVariables.LIVE;
    this.weavesWhenWritten =
        RealEnvironment.isIntellij(host)
            && OpenedJavac.replaceOutput(
                env, files -> new WeavingFiles(files, kept, failure -> report(writing, failure)));
    JavacTask.instance(env).addTaskListener(this);
  }

  /**
   * Listens to the compilation that {@code env} belongs to.
   *
   * @throws IllegalArgumentException if the compiler is not javac
   */
  public static CompilationListener install(ProcessingEnvironment env) {
    return new CompilationListener(env, RealEnvironment.behind(env));
  }

  /** The options that this package understands. */
  public static Set<String> options() {
    return Set.of(DEBUG_OPTION, Explanations.OPTION);
  }

  /** Announces what is going to be generated. */
  public void expect(Declared declared) {
    declaredMachines.addAll(declared.machines());
    declared.types().forEach(callees::add);
  }

  @Override
  public void started(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() != TaskEvent.Kind.GENERATE || type == null) {
      return;
    }
    writing = type;
    String unique = uniqueName(type);
    if (toWeave.containsKey(unique) && !weavesWhenWritten) {
      try {
        stale.put(unique, find(type, event.getSourceFile()).mark());
      } catch (IOException e) {
        // Reading it back will fail as well, and be reported.
      }
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getTypeElement() == null) {
      return;
    }
    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      check(event.getTypeElement());
    } else if (event.getKind() == TaskEvent.Kind.GENERATE) {
      TypeElement type = event.getTypeElement();
      if (!weavesWhenWritten) {
        generated(type, event.getSourceFile());
      }
      toWeave.remove(uniqueName(type));
    }
  }

  private void check(TypeElement type) {
    TreePath path = trees.getPath(type);
    if (path != null) {
      check.check(path);
      asyncClasses.in(path).forEach(found -> toWeave.put(uniqueName(found.type()), found));
    }
  }

  private void generated(TypeElement type, JavaFileObject source) {
    String unique = uniqueName(type);
    try {
      if (toWeave.containsKey(unique)) {
        weave(type, unique, source);
      } else if (declaredMachines.contains(unique)) {
        machineGenerated(unique, type, source);
      }
    } catch (IOException e) {
      error(
          type,
          -1,
          Diagnostic.WEAVING_FAILED.message(
              descriptors.internalName(type)
                  + " cannot be read back or written: "
                  + e
                  + ". The compiler's file manager has to give back, in getFileForInput, the class"
                  + " files that it took in getJavaFileForOutput"));
    }
  }

  private void weave(TypeElement type, String unique, JavaFileObject source) throws IOException {
    ClassFiles.ClassFile file = find(type, source);
    ClassFiles.Stale before = stale.remove(unique);
    if (before != null && before.remains()) {
      throw new NoSuchFileException(file + " is an older one, of before this compilation");
    }
    try {
      byte[] compiled = file.read();
      if (explanations.areAsked()) {
        explanations.show(toWeave.get(unique), Weaver.explain(compiled, kept, callees));
      }
      Optional<WovenClass> result = Weaver.weave(compiled, kept, callees);
      if (result.isPresent()) {
        file.write(result.get().classFile());
        for (WovenClass.Machine machine : result.get().machines()) {
          machineWoven(machine, type, file);
        }
      } else if (declaresAsyncCode(type)) { // else it has lambdas that hand on coroutines
        throw new IOException("it holds no async method, or is woven already");
      }
    } catch (WeavingException e) {
      // What stays must not be taken for a finished class by the next, incremental build.
      file.delete();
      report(type, e);
    }
  }

  /**
   * Whichever comes second, javac's declared class or our woven one, settles the machine. Lambdas
   * and local classes are no elements that a round hands over, so their machines are not declared.
   */
  private void machineWoven(
      WovenClass.Machine machine, TypeElement user, ClassFiles.ClassFile userFile)
      throws IOException {
    String unique = descriptors.uniqueName(user, machine.name());
    if (!declaredMachines.contains(unique)) {
      classFiles.create(machine.name(), machine.classFile(), user, userFile);
      return;
    }
    JavaFileObject generated = generatedMachines.remove(unique);
    if (generated == null) {
      earlyMachines.put(unique, machine.classFile());
    } else {
      classFiles.find(machine.name(), user, generated).write(machine.classFile());
    }
  }

  private void machineGenerated(String unique, TypeElement type, JavaFileObject source)
      throws IOException {
    byte[] early = earlyMachines.remove(unique);
    if (early == null) {
      generatedMachines.put(unique, source);
    } else {
      find(type, source).write(early);
    }
  }

  private static boolean declaresAsyncCode(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .anyMatch(
            method ->
                AsyncMirror.isOn(method) && !method.getModifiers().contains(Modifier.ABSTRACT));
  }

  private ClassFiles.ClassFile find(TypeElement type, JavaFileObject source) throws IOException {
    return classFiles.find(descriptors.internalName(type), type, source);
  }

  private String uniqueName(TypeElement type) {
    return descriptors.uniqueName(type, descriptors.internalName(type));
  }

  private void report(TypeElement type, WeavingException e) {
    String where = e.method() + (e.line() < 0 ? "" : ":" + e.line());
    error(type, e.line(), "[" + e.id() + "] " + where + ": " + e.getMessage());
  }

  private void error(TypeElement type, int line, String message) {
    AsyncClass written = toWeave.get(uniqueName(type));
    if (written != null) {
      written.print(trees, Kind.ERROR, line, message);
    } else {
      env.getMessager().printMessage(Kind.ERROR, message, type);
    }
  }
}
