package io.jasyncio.processor.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * Hands out the machine's fields, one suspension point after the other. Two values that are kept at
 * different points share a field of their type, and a parameter's field serves again once the
 * parameter has been restored:
 *
 * <pre>{@code
 * fetch(URI uri):   fields: self, uri        state 1 keeps uri, i   -> uri, $int0
 *                                            state 2 keeps j        -> $int0
 * }</pre>
 *
 * <p>Fields have the values' exact types, so that restoring needs no cast, which could fail where
 * the type is not accessible although its use was legal.
 */
final class SpillFields {

  private final Map<Integer, SpillField> parameters = new LinkedHashMap<>();
  private final List<SpillField> all = new ArrayList<>();
  private final Map<Type, List<SpillField>> byType = new HashMap<>();
  private final Set<SpillField> takenAtPoint = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  SpillFields(AsyncMethod method) {
    names.add(MachineWriter.RECEIVER_FIELD);
    for (AsyncMethod.Parameter parameter : method.parameters()) {
      SpillField field = add(parameter.field(), fieldType(parameter.type()));
      parameters.put(parameter.local(), field);
    }
  }

  /** A field is as wide as a verifier's type: a boolean, byte, char or short is an int. */
  private static Type fieldType(Type type) {
    return type.getSort() < Type.INT ? Type.INT_TYPE : type;
  }

  /** Forgets which fields the previous point took. */
  void nextPoint() {
    takenAtPoint.clear();
  }

  /** A free field for a value; a parameter's own one if that is the value's type. */
  SpillField take(TypeValue value, int local) {
    SpillField own = parameters.get(local);
    Type type = value.fieldType();
    if (own != null && own.type().equals(type) && takenAtPoint.add(own)) {
      return own;
    }
    for (SpillField field : byType.getOrDefault(type, List.of())) {
      if (takenAtPoint.add(field)) {
        return field;
      }
    }
    SpillField field = add("$" + simpleName(type) + all.size(), type);
    takenAtPoint.add(field);
    return field;
  }

  private static String simpleName(Type type) {
    String name = type.getSort() == Type.ARRAY ? "array" : type.getClassName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private SpillField add(String name, Type type) {
    String unique = name;
    while (!names.add(unique)) {
      unique = "$" + unique;
    }
    SpillField field = new SpillField(unique, type);
    all.add(field);
    byType.computeIfAbsent(type, key -> new ArrayList<>()).add(field);
    return field;
  }

  /** The field that holds a parameter from the call to the start. */
  SpillField ofParameter(int local) {
    return parameters.get(local);
  }

  /** All fields, parameters first. */
  List<SpillField> all() {
    return List.copyOf(all);
  }
}
