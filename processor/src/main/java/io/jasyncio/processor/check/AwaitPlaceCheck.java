package io.jasyncio.processor.check;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.diagnostics.Diagnostic;
import java.util.Map;
import javax.lang.model.element.Element;

/**
 * {@code AwaitOutsideAsync}, {@code AwaitInLambda}, {@code AwaitInInitializer} and {@code
 * AwaitInMonitor}: an await or a result stands where nothing can be suspended.
 */
final class AwaitPlaceCheck {

  private static final Map<Diagnostic, String> AWAIT =
      Map.of(
          Diagnostic.AWAIT_IN_GENERATOR,
          "await in a Generator, which runs in plain Java code and cannot wait: declare the method"
              + " as AsyncGenerator<T>",
          Diagnostic.AWAIT_IN_MONITOR,
          "await while a monitor is held, which belongs to the thread and not to the coroutine: use"
              + " an AsyncLock, or leave the synchronized block before",
          Diagnostic.AWAIT_OUTSIDE_ASYNC,
          "await outside an @Async method: annotate the method with @Async and let it return"
              + " Coroutine<T>, or start the coroutine with run(...)",
          Diagnostic.AWAIT_IN_LAMBDA,
          "await in a lambda whose interface method is not @Async: move the lambda's body into an"
              + " @Async method and call that, or await before the lambda",
          Diagnostic.AWAIT_IN_INITIALIZER,
          "await in a constructor or initialiser, which cannot be suspended: await in an @Async"
              + " factory method and pass the value to the constructor");

  private final Trees trees;
  private final Surroundings.Finder surroundings;
  private final Reporter reporter;

  AwaitPlaceCheck(Trees trees, Surroundings.Finder surroundings, Reporter reporter) {
    this.trees = trees;
    this.surroundings = surroundings;
    this.reporter = reporter;
  }

  void call(TreePath call) {
    Element callee = trees.getElement(call);
    if (Library.isAwait(callee)) {
      checkAwait(call);
    } else if (Library.isResult(callee)) {
      checkResult(call);
    }
  }

  void reference(TreePath reference) {
    Element callee = trees.getElement(reference);
    if (Library.isAwait(callee) || Library.isResult(callee)) {
      reporter.error(
          reference,
          Diagnostic.AWAIT_OUTSIDE_ASYNC,
          callee.getSimpleName()
              + " cannot be a method reference, for there is no method around it to suspend: write"
              + " an @Async method and refer to that");
    }
  }

  private void checkAwait(TreePath call) {
    surroundings
        .of(call)
        .refusalOfAwait(call)
        .ifPresent(diagnostic -> reporter.error(call, diagnostic, AWAIT.get(diagnostic)));
  }

  private void checkResult(TreePath call) {
    switch (surroundings.of(call).kind()) {
      case ASYNC_METHOD, ASYNC_LAMBDA, UNKNOWN -> {}
      case PLAIN_METHOD ->
          reporter.error(
              call,
              Diagnostic.AWAIT_OUTSIDE_ASYNC,
              "result(...) outside an @Async method: annotate the method with @Async, or return"
                  + " Coroutine.completed(...)");
      case LAMBDA ->
          reporter.error(
              call,
              Diagnostic.AWAIT_IN_LAMBDA,
              "result(...) in a lambda whose interface method is not @Async: write"
                  + " Coroutine.completed(...), or move the lambda's body into an @Async method");
      case INITIALIZER ->
          reporter.error(
              call,
              Diagnostic.AWAIT_IN_INITIALIZER,
              "result(...) in a constructor or initialiser, which is no coroutine that it could"
                  + " end: write Coroutine.completed(...)");
    }
  }
}
