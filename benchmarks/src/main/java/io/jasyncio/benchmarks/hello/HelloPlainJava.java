package io.jasyncio.benchmarks.hello;

/** With nothing: what a JVM takes. */
public final class HelloPlainJava {

  private HelloPlainJava() {}

  public static void main(String[] arguments) throws InterruptedException {
    Thread.sleep(1);
    System.out.println("Hello world");
  }
}
