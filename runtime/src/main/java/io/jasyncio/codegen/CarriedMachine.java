package io.jasyncio.codegen;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;

/**
 * Links the places that make a machine, in a class that was woven while it was loaded. Such a class
 * carries its machines' class files as constants, and defines them when it needs the first one.
 * Nothing here is for user code.
 */
public final class CarriedMachine {

  private CarriedMachine() {}

  /**
   * Called by the JVM for each {@code invokedynamic} that makes a machine.
   *
   * @param caller the woven class
   * @param name the machine's simple name
   * @param type the constructor's parameters, and a base class of the machine
   * @param classFile the machine's class file, a character for each byte, in pieces
   * @return a call of the constructor
   * @throws ReflectiveOperationException if the class file does not fit the call
   */
  public static CallSite link(
      MethodHandles.Lookup caller, String name, MethodType type, Object... classFile)
      throws ReflectiveOperationException {
    Class<?> machine = define(caller, name, classFile);
    return new ConstantCallSite(
        caller.findConstructor(machine, type.changeReturnType(void.class)).asType(type));
  }

  private static Class<?> define(MethodHandles.Lookup caller, String name, Object... classFile)
      throws ReflectiveOperationException {
    StringBuilder text = new StringBuilder();
    for (Object piece : classFile) {
      text.append(piece);
    }
    try {
      return caller.defineClass(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    } catch (LinkageError definedByAnotherPlace) {
      String packageName = caller.lookupClass().getPackageName();
      return caller.findClass(packageName.isEmpty() ? name : packageName + "." + name);
    }
  }
}
