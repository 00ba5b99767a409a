package io.jasyncio.benchmarks;

/** The forms of a workload: the columns of the tables. */
public enum Form {
  JASYNCIO("jasyncio", "jasyncio"),
  HAND_WRITTEN("handWritten", "hand-written"),
  PLAIN_JAVA("plainJava", "plain Java"),
  KOTLIN("kotlin", "Kotlin"),
  VIRTUAL_THREADS_1("virtualThreads1", "virtual threads, parallelism 1"),
  VIRTUAL_THREADS("virtualThreads", "virtual threads"),
  COMPLETABLE_FUTURE("completableFuture", "CompletableFuture"),
  ASYNCIO("asyncio", "asyncio"),
  UVLOOP("uvloop", "asyncio, uvloop");

  private final String method;
  private final String title;

  Form(String method, String title) {
    this.method = method;
    this.title = title;
  }

  /** What its benchmark method is called. */
  public String method() {
    return method;
  }

  /** How people call it. */
  public String title() {
    return title;
  }

  /** Whether this JDK has it. */
  public boolean available() {
    return !method.startsWith("virtual") || Runtime.version().feature() >= 21;
  }

  /** The form whose benchmark method is called so. */
  public static Form ofMethod(String method) {
    for (Form form : values()) {
      if (form.method.equals(method)) {
        return form;
      }
    }
    throw new IllegalArgumentException(method);
  }
}
