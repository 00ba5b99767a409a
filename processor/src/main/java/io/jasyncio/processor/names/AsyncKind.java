package io.jasyncio.processor.names;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an async method is, as its return type says. */
public enum AsyncKind {
  /** Runs when it is awaited. */
  COROUTINE("io.jasyncio.Coroutine"),
  /** Starts when it is called. */
  FUTURE("java.util.concurrent.CompletableFuture"),
  /** Starts when it is called. */
  STAGE("java.util.concurrent.CompletionStage"),
  /** Runs in plain Java code, as far as it is asked for values. */
  GENERATOR("io.jasyncio.Generator"),
  /** Runs as far as it is asked for values, and may await. */
  ASYNC_GENERATOR("io.jasyncio.AsyncGenerator");

  private final String returnType;

  AsyncKind(String returnType) {
    this.returnType = returnType;
  }

  /** The kind of a method that returns the class of a qualified name. */
  public static Optional<AsyncKind> returning(String className) {
    return Arrays.stream(values()).filter(kind -> kind.returnType.equals(className)).findFirst();
  }

  /** The kind of a method with a descriptor. */
  public static Optional<AsyncKind> ofDescriptor(String descriptor) {
    return Arrays.stream(values())
        .filter(kind -> descriptor.endsWith(")L" + kind.returnInternal() + ";"))
        .findFirst();
  }

  /** The return types, for messages. */
  public static String returnTypes() {
    return Arrays.stream(values())
        .map(kind -> kind.returnType.substring(kind.returnType.lastIndexOf('.') + 1) + "<T>")
        .collect(Collectors.joining(", "));
  }

  /** The return type, as a class file names it. */
  public String returnInternal() {
    return returnType.replace('.', '/');
  }

  /** What the method's state machine extends, as javac names it. */
  public String machineBase() {
    return isGenerator() ? returnType : Names.COROUTINE;
  }

  /** True if a call starts the body. */
  public boolean isEager() {
    return this == FUTURE || this == STAGE;
  }

  /** True if the body may emit. */
  public boolean isGenerator() {
    return this == GENERATOR || this == ASYNC_GENERATOR;
  }

  /** True if the body may await. */
  public boolean mayAwait() {
    return this != GENERATOR;
  }
}
