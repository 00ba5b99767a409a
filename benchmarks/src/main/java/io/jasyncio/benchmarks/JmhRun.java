package io.jasyncio.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One round of a row by JMH: a process for each form. */
final class JmhRun {

  private JmhRun() {}

  static void of(Row row, BenchOptions options, Path directory) throws RunnerException {
    String forms =
        Arrays.stream(Form.values())
            .filter(options::measures)
            .map(Form::method)
            .collect(Collectors.joining("|"));
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .include("\\." + row.workload() + "\\.(" + forms + ")$")
            .forks(1)
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .resultFormat(ResultFormatType.JSON)
            .result(directory.resolve(row.key() + ".jmh.json").toString());
    row.parameters().forEach(builder::param);
    if (!row.workload().equals("Timers")) {
      // Its iterations are single calls, whose number stands there.
      builder
          .warmupIterations(options.daily() ? 2 : 4)
          .warmupTime(TimeValue.milliseconds(options.daily() ? 250 : 500))
          .measurementIterations(3)
          .measurementTime(TimeValue.milliseconds(options.daily() ? 150 : 300))
          .jvmArgsPrepend("-Dmixing.millis=" + (options.daily() ? 500 : 1_500));
    }
    new Runner(builder.build()).run();
  }
}
