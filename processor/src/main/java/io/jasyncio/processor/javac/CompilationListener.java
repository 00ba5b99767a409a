package io.jasyncio.processor.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.check.AsyncClasses;
import io.jasyncio.processor.check.BodyCheck;
import io.jasyncio.processor.declare.Descriptors;
import io.jasyncio.processor.diagnostics.Diagnostic;
import io.jasyncio.processor.weave.Weaver;
import io.jasyncio.processor.weave.WeavingException;
import io.jasyncio.processor.weave.WovenClass;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;

/**
 * Follows a javac run past the annotation-processing rounds: checks each class when it has been
 * attributed, and weaves it when its class file has been written.
 */
public final class CompilationListener implements TaskListener {

  private final ProcessingEnvironment env;
  private final Trees trees;
  private final BodyCheck check;
  private final Descriptors descriptors;
  private final ClassFiles classFiles;

  private final AsyncClasses asyncClasses;

  /** Internal names of the classes with async code that are still to be generated. */
  private final Set<String> toWeave = new HashSet<>();

  /** Internal names of the machines that have been declared. */
  private final Set<String> declaredMachines = new HashSet<>();

  /** Machines whose declared class javac has written; they can be given their content. */
  private final Map<String, JavaFileObject> generatedMachines = new HashMap<>();

  /** Machines that were woven before javac wrote their declared class. */
  private final Map<String, byte[]> earlyMachines = new HashMap<>();

  private CompilationListener(ProcessingEnvironment env, JavacTask task) {
    this.env = env;
    this.trees = Trees.instance(env);
    this.check = new BodyCheck(env);
    this.asyncClasses = new AsyncClasses(trees, env.getTypeUtils());
    this.descriptors = new Descriptors(env.getElementUtils(), env.getTypeUtils());
    this.classFiles = new ClassFiles(env.getFiler());
    task.addTaskListener(this);
  }

  /**
   * Listens to the compilation that {@code env} belongs to.
   *
   * @throws IllegalArgumentException if the compiler is not javac
   */
  public static CompilationListener install(ProcessingEnvironment env) {
    return new CompilationListener(env, JavacTask.instance(env));
  }

  /** Announces machines whose classes javac is going to generate. */
  public void expect(Set<String> machines) {
    declaredMachines.addAll(machines);
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getTypeElement() == null) {
      return;
    }
    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      check(event.getTypeElement());
    } else if (event.getKind() == TaskEvent.Kind.GENERATE) {
      generated(event.getTypeElement(), event.getSourceFile());
    }
  }

  private void check(TypeElement type) {
    TreePath path = trees.getPath(type);
    if (path != null) {
      check.check(path);
      asyncClasses.in(path).forEach(found -> toWeave.add(descriptors.internalName(found)));
    }
  }

  private void generated(TypeElement type, JavaFileObject source) {
    String name = descriptors.internalName(type);
    try {
      if (toWeave.remove(name)) {
        weave(type, name, source);
      } else if (declaredMachines.contains(name)) {
        machineGenerated(name, source);
      }
    } catch (IOException e) {
      error(type, Diagnostic.WEAVING_FAILED.id(), name + " cannot be read back or written: " + e);
    }
  }

  private void weave(TypeElement type, String name, JavaFileObject source) throws IOException {
    ClassFiles.ClassFile file = classFiles.find(name, source);
    try {
      Optional<WovenClass> result = Weaver.weave(file.read());
      if (result.isPresent()) { // not so for a lambda that hands on another's coroutine
        file.write(result.get().classFile());
        for (WovenClass.Machine machine : result.get().machines()) {
          machineWoven(machine, type, file);
        }
      }
    } catch (WeavingException e) {
      // What stays must not be taken for a finished class by the next, incremental build.
      file.delete();
      error(
          type, e.id(), e.method() + (e.line() < 0 ? "" : ":" + e.line()) + ": " + e.getMessage());
    }
  }

  /**
   * Whichever comes second, javac's declared class or our woven one, settles the machine. Lambdas
   * and local classes are no elements that a round hands over, so their machines are not declared.
   */
  private void machineWoven(
      WovenClass.Machine machine, TypeElement user, ClassFiles.ClassFile userFile)
      throws IOException {
    if (!declaredMachines.contains(machine.name())) {
      classFiles.create(machine.name(), machine.classFile(), user, userFile);
      return;
    }
    JavaFileObject generated = generatedMachines.remove(machine.name());
    if (generated == null) {
      earlyMachines.put(machine.name(), machine.classFile());
    } else {
      classFiles.find(machine.name(), generated).write(machine.classFile());
    }
  }

  private void machineGenerated(String name, JavaFileObject source) throws IOException {
    byte[] early = earlyMachines.remove(name);
    if (early == null) {
      generatedMachines.put(name, source);
    } else {
      classFiles.find(name, source).write(early);
    }
  }

  private void error(TypeElement type, String id, String text) {
    env.getMessager().printMessage(Kind.ERROR, "[" + id + "] " + text, type);
  }
}
