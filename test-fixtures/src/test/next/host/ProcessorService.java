package io.jasyncio.fixtures.host;

import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/** The processor, for programs that call javac themselves. */
public final class ProcessorService {

  private ProcessorService() {}

  /** A new one; each compilation takes its own. It is found by name, as a build finds it. */
  public static Processor create() {
    return ServiceLoader.load(Processor.class).stream()
        .filter(each -> each.type().getName().equals("io.jasyncio.processor.AsyncProcessor"))
        .findFirst()
        .orElseThrow()
        .get();
  }
}
