package io.jasyncio;

import java.util.Arrays;

/**
 * The values of context variables at some moment: an immutable map, in arrays that are sorted by
 * the variables' numbers. Programs have few variables; copying a few references beats any tree.
 */
final class Bindings {

  /** No value, where null is one. */
  static final Object MISSING = new Object();

  static final Bindings EMPTY = new Bindings(new ContextVar<?>[0], new Object[0]);

  private final ContextVar<?>[] vars;
  private final Object[] values;

  private Bindings(ContextVar<?>[] vars, Object[] values) {
    this.vars = vars;
    this.values = values;
  }

  /** What a context holds now; see {@link EventLoop#context} for what may stand for one. */
  static Bindings of(Object context) {
    if (context == null) {
      return EMPTY;
    }
    return context instanceof Context mutable ? mutable.bindings : (Bindings) context;
  }

  int size() {
    return vars.length;
  }

  ContextVar<?> var(int index) {
    return vars[index];
  }

  Object value(int index) {
    return values[index];
  }

  Object get(ContextVar<?> var) {
    int index = find(var);
    return index < 0 ? MISSING : values[index];
  }

  Bindings with(ContextVar<?> var, Object value) {
    int index = find(var);
    if (index >= 0) {
      Object[] changed = values.clone();
      changed[index] = value;
      return new Bindings(vars, changed);
    }
    int place = -(index + 1);
    ContextVar<?>[] moreVars = Arrays.copyOf(vars, vars.length + 1);
    Object[] moreValues = Arrays.copyOf(values, values.length + 1);
    System.arraycopy(vars, place, moreVars, place + 1, vars.length - place);
    System.arraycopy(values, place, moreValues, place + 1, values.length - place);
    moreVars[place] = var;
    moreValues[place] = value;
    return new Bindings(moreVars, moreValues);
  }

  Bindings without(ContextVar<?> var) {
    int index = find(var);
    if (index < 0) {
      return this;
    }
    ContextVar<?>[] fewerVars = Arrays.copyOf(vars, vars.length - 1);
    Object[] fewerValues = Arrays.copyOf(values, values.length - 1);
    System.arraycopy(vars, index + 1, fewerVars, index, fewerVars.length - index);
    System.arraycopy(values, index + 1, fewerValues, index, fewerValues.length - index);
    return new Bindings(fewerVars, fewerValues);
  }

  /** The index of the variable, or {@code -(where it belongs) - 1}. */
  private int find(ContextVar<?> var) {
    int low = 0;
    int high = vars.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int number = vars[middle].number;
      if (number == var.number) {
        return middle;
      }
      if (number < var.number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }
}
