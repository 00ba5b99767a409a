package io.jasyncio.processor.weave;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.Value;

/** Follows what {@code result(..)} makes through locals and joins to where it is used. */
final class ResultFlow extends Interpreter<ResultFlow.Origin> {

  /**
   * Where a value comes from.
   *
   * @param results the calls of {@code Asyncio.result} that may have made it
   * @param elsewhere whether it may also be anything else
   * @param size in slots
   */
  record Origin(Set<AbstractInsnNode> results, boolean elsewhere, int size) implements Value {

    private static final Origin ELSEWHERE = new Origin(Set.of(), true, 1);
    private static final Origin ELSEWHERE_WIDE = new Origin(Set.of(), true, 2);

    @Override
    public int getSize() {
      return size;
    }

    private Origin join(Origin other) {
      if (equals(other)) {
        return this;
      }
      Set<AbstractInsnNode> joined = new HashSet<>(results);
      joined.addAll(other.results);
      return new Origin(Set.copyOf(joined), elsewhere || other.elsewhere, 1);
    }
  }

  private final BasicInterpreter basic = new BasicInterpreter();
  private final Map<AbstractInsnNode, Origin> returned = new HashMap<>();
  private final Set<AbstractInsnNode> escaped = new HashSet<>();
  private Frame<Origin>[] frames;

  private ResultFlow() {
    super(Opcodes.ASM9);
  }

  static ResultFlow of(String owner, MethodNode body) {
    ResultFlow flow = new ResultFlow();
    Analyzer<Origin> analyzer = Limitless.analyzer(flow);
    try {
      flow.frames = analyzer.analyze(owner, body);
    } catch (AnalyzerException e) {
      throw new IllegalStateException(e);
    }
    return flow;
  }

  /** What each reachable return instruction may return. */
  Map<AbstractInsnNode, Origin> returned() {
    return returned;
  }

  /** The results that are used for something else than being returned. */
  Set<AbstractInsnNode> escaped() {
    return escaped;
  }

  /** The values before an instruction, or null if it cannot be reached. */
  Frame<Origin> before(int index) {
    return frames[index];
  }

  private static Origin of(BasicValue value) {
    if (value == null) {
      return null;
    }
    return value.getSize() == 2 ? Origin.ELSEWHERE_WIDE : Origin.ELSEWHERE;
  }

  private void use(Origin value) {
    escaped.addAll(value.results());
  }

  @Override
  public Origin newValue(Type type) {
    return of(basic.newValue(type));
  }

  @Override
  public Origin newOperation(AbstractInsnNode insn) throws AnalyzerException {
    return of(basic.newOperation(insn));
  }

  @Override
  public Origin copyOperation(AbstractInsnNode insn, Origin value) {
    return value;
  }

  @Override
  public Origin unaryOperation(AbstractInsnNode insn, Origin value) throws AnalyzerException {
    if (insn.getOpcode() == Opcodes.ARETURN) {
      returned.put(insn, value);
    } else {
      use(value);
    }
    return of(basic.unaryOperation(insn, null));
  }

  @Override
  public Origin binaryOperation(AbstractInsnNode insn, Origin left, Origin right)
      throws AnalyzerException {
    use(left);
    use(right);
    return of(basic.binaryOperation(insn, null, null));
  }

  @Override
  public Origin ternaryOperation(
      AbstractInsnNode insn, Origin array, Origin index, Origin element) {
    use(element);
    return null;
  }

  @Override
  public Origin naryOperation(AbstractInsnNode insn, List<? extends Origin> arguments)
      throws AnalyzerException {
    arguments.forEach(this::use);
    return Instructions.isResult(insn)
        ? new Origin(Set.of(insn), false, 1)
        : of(basic.naryOperation(insn, null));
  }

  @Override
  public void returnOperation(AbstractInsnNode insn, Origin value, Origin expected) {}

  @Override
  public Origin merge(Origin one, Origin other) {
    return one.join(other);
  }
}
