package io.jasyncio.processor.names;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives each async method the name of its state-machine class.
 *
 * <p>The name is a function of what stands in the class file alone, so that the source half and the
 * bytecode half of the processor agree without talking to each other, and so that a name does not
 * change from build to build:
 *
 * <pre>{@code
 * Crawler.fetch(URI)             Async_Crawler_fetch
 * Outer.Inner.run()              Async_Outer_Inner_run
 * send(String), send(byte[])     Async_Client_send_String, Async_Client_send_byteArray
 * my_method()                    Async_Client_my_method_1b9c04   (the underscore is ambiguous)
 * a lambda in main               Async_Client_lambda_main_0
 * }</pre>
 */
public final class MachineNames {

  /** An async method as the class file names it. */
  public record Method(String name, String descriptor) {}

  private MachineNames() {}

  /**
   * Names the machines of one class.
   *
   * @param owner the internal name of the class ({@code a/b/Outer$Inner})
   * @param methods all async methods of the class that have a body
   * @return the machines' simple names, in the order of the methods
   */
  public static Map<Method, String> of(String owner, Collection<Method> methods) {
    Map<String, Integer> overloads = new HashMap<>();
    methods.forEach(method -> overloads.merge(method.name(), 1, Integer::sum));

    Map<Method, String> names = new LinkedHashMap<>();
    Map<String, Integer> taken = new HashMap<>();
    for (Method method : methods) {
      String name = readableName(owner, method, overloads.get(method.name()) > 1);
      names.put(method, name);
      taken.merge(foldCase(name), 1, Integer::sum);
    }
    names.replaceAll(
        (method, name) ->
            isAmbiguous(owner, method) || taken.get(foldCase(name)) > 1
                ? name + "_" + hash(owner + "." + method.name() + method.descriptor())
                : name);
    return names;
  }

  private static String readableName(String owner, Method method, boolean overloaded) {
    StringBuilder name = new StringBuilder("Async_");
    name.append(simpleName(owner)).append('_').append(method.name().replace('$', '_'));
    if (overloaded) {
      appendParameters(name, method.descriptor());
    }
    return name.toString();
  }

  /** Appends {@code _String_intArray} for {@code (Ljava/lang/String;[I)...}. */
  private static void appendParameters(StringBuilder name, String descriptor) {
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      int dimensions = 0;
      for (; descriptor.charAt(at) == '['; at++) {
        dimensions++;
      }
      int end = descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
      name.append('_').append(typeName(descriptor.substring(at, end)));
      name.append("Array".repeat(dimensions));
      at = end;
    }
  }

  private static String typeName(String descriptor) {
    return switch (descriptor.charAt(0)) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'S' -> "short";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      default -> simpleName(descriptor.substring(1, descriptor.length() - 1));
    };
  }

  private static String simpleName(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '_');
  }

  /** An underscore of the user's own could be read as the one between two parts of a name. */
  private static boolean isAmbiguous(String owner, Method method) {
    String simple = owner.substring(owner.lastIndexOf('/') + 1);
    boolean ownDollar = method.name().indexOf('$') >= 0 && !isLambda(method);
    return simple.indexOf('_') >= 0 || method.name().indexOf('_') >= 0 || ownDollar;
  }

  /** The compiler's name for a lambda's body: {@code lambda$main$0}. */
  private static boolean isLambda(Method method) {
    return method.name().startsWith("lambda$");
  }

  /** Two names that differ in case alone are one file on Windows and macOS. */
  private static String foldCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String hash(String text) {
    return String.format("%06x", text.hashCode() & 0xff_ffff);
  }
}
