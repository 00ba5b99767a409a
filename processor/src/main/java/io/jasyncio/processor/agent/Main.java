package io.jasyncio.processor.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The jar's command line: {@code java -jar jasyncio-processor.jar check <directories or jars>}. */
public final class Main {

  private Main() {}

  /** Prints the async methods that are not woven; exits with 1 if there are any, 2 for misuse. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || !arguments[0].equals("check")) {
      System.err.println("usage: java -jar jasyncio-processor.jar check <directory or jar>...");
      System.exit(2);
    }
    List<String> unwoven = new ArrayList<>();
    for (String place : Arrays.asList(arguments).subList(1, arguments.length)) {
      unwoven.addAll(UnwovenFinder.find(Path.of(place)));
    }
    unwoven.forEach(method -> System.out.println(method + " is not woven"));
    if (!unwoven.isEmpty()) {
      System.out.println(
          "Compile these classes with javac and jasyncio-processor on the --processor-path, or run"
              + " them with -javaagent:jasyncio-processor.jar");
      System.exit(1);
    }
  }
}
