package io.jasyncio.processor.check;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.jasyncio.processor.declare.AsyncMirror;
import io.jasyncio.processor.declare.SignatureCheck;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/**
 * {@code AsyncReturnType} and its kin for async methods of classes that stand in a body. Annotation
 * processing, where the other signatures are checked, does not see such classes.
 */
final class LocalSignatureCheck {

  private final Trees trees;
  private final Reporter reporter;

  LocalSignatureCheck(Trees trees, Reporter reporter) {
    this.trees = trees;
    this.reporter = reporter;
  }

  void method(TreePath path) {
    if (trees.getElement(path) instanceof ExecutableElement method
        && AsyncMirror.isOn(method)
        && isInLocalClass(method)) {
      for (SignatureCheck.Problem problem : SignatureCheck.problems(method)) {
        reporter.error(path, problem.diagnostic(), problem.text());
      }
    }
  }

  /** True also for a member class of a local one. */
  private static boolean isInLocalClass(Element method) {
    for (Element at = method.getEnclosingElement();
        at instanceof TypeElement type;
        at = at.getEnclosingElement()) {
      if (type.getNestingKind() == NestingKind.LOCAL
          || type.getNestingKind() == NestingKind.ANONYMOUS) {
        return true;
      }
    }
    return false;
  }
}
