package lambdas;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams with lambdas over awaited data, whose results are awaited about. */
public class StreamsBesideAwaits {
  record Person(String name, int age) {}

  @Async
  static Coroutine<List<Person>> people(Trace t) {
    await(t.pause());
    return result(
        List.of(new Person("a", 30), new Person("b", await(t.later(20))), new Person("c", 40)));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    int limit = await(t.later(25));
    List<String> names =
        await(people(t)).stream()
            .filter(p -> p.age() > limit)
            .map(Person::name)
            .collect(Collectors.toList());
    t.log(names);
    int total = await(t.later(0));
    for (String name : names.stream().map(n -> n + limit).toList()) {
      total += await(t.later(name)).length();
    }
    t.log(total);
    int factor = await(t.later(3));
    t.log(
        IntStream.range(await(t.later(0)), await(t.later(4))).map(i -> i * factor).sum()
            + await(t.later(100)));
    t.log(Optional.of(await(t.later("x"))).map(x -> x + factor).orElse(await(t.later("none"))));
    Map<Boolean, Long> parts =
        new TreeMap<>(
            await(people(t)).stream()
                .collect(Collectors.partitioningBy(p -> p.age() < limit, Collectors.counting())));
    t.log(parts);
    t.log(
        Stream.iterate(await(t.later(1)), v -> v * 2)
            .limit(await(t.later(5)))
            .map(String::valueOf)
            .collect(Collectors.joining(await(t.later(",")), "[", await(t.later("]")))));
    return result();
  }
}
