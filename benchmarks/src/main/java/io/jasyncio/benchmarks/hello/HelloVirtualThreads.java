package io.jasyncio.benchmarks.hello;

import io.jasyncio.benchmarks.workloads.VirtualThreads;

/** With a virtual thread. */
public final class HelloVirtualThreads {

  private HelloVirtualThreads() {}

  public static void main(String[] arguments) throws InterruptedException {
    VirtualThreads.start(
            () -> {
              VirtualThreads.sleep(1);
              System.out.println("Hello world");
            })
        .join();
  }
}
