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
 * go of that when it has written the class file; only then has weaving something to say.
 *
 * @param type the class
 * @param tree where it is declared
 * @param code its async methods and lambdas
 */
public record AsyncClass(TypeElement type, TreePath tree, List<Tree> code) {

  /**
   * Prints a message at the async code that a line belongs to.
   *
   * @param line -1 for the class as a whole
   */
  public void print(Trees trees, Kind kind, long line, String message) {
    trees.printMessage(kind, message, at(trees, line), tree.getCompilationUnit());
  }

  private Tree at(Trees trees, long line) {
    CompilationUnitTree unit = tree.getCompilationUnit();
    SourcePositions positions = trees.getSourcePositions();
    Tree found = tree.getLeaf();
    for (Tree each : code) {
      long start = positions.getStartPosition(unit, each);
      if (unit.getLineMap().getLineNumber(start) <= line) {
        found = each;
      }
    }
    return found;
  }
}
