package io.jasyncio.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * A class whose class file has to be woven, and where it stands in its source. The compiler has let
 * go of that when it has written the class file; only then does weaving find its errors.
 *
 * @param type the class
 * @param tree where it is declared
 * @param code its async methods and lambdas
 */
public record AsyncClass(TypeElement type, TreePath tree, List<TreePath> code) {

  /**
   * Prints an error at the async code that a line belongs to.
   *
   * @param line -1 for the class as a whole
   */
  public void error(Trees trees, long line, String message) {
    trees.printMessage(Kind.ERROR, message, at(trees, line), tree.getCompilationUnit());
  }

  private Tree at(Trees trees, long line) {
    CompilationUnitTree unit = tree.getCompilationUnit();
    SourcePositions positions = trees.getSourcePositions();
    Tree found = tree.getLeaf();
    for (TreePath each : code) {
      long start = positions.getStartPosition(unit, each.getLeaf());
      if (unit.getLineMap().getLineNumber(start) <= line) {
        found = each.getLeaf();
      }
    }
    return found;
  }
}
