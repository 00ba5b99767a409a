package limits;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.Arrays;

/** More than two hundred stack slots are in use below an await. */
public class DeepOperandStack {
  @Async
  static Coroutine<Long> deep(Trace t, long a, int b) {
    return result(
        a
            + (b
                - (3L
                    ^ (b * 2
                        + (a
                            + (b
                                - (3L
                                    ^ (b * 2
                                        + (a
                                            + (b
                                                - (3L
                                                    ^ (b * 2
                                                        + (a
                                                            + (b
                                                                - (3L
                                                                    ^ (b * 2
                                                                        + (a
                                                                            + (b
                                                                                - (3L
                                                                                    ^ (b * 2
                                                                                        + (a
                                                                                            + (b
                                                                                                - (3L
                                                                                                    ^ (b
                                                                                                            * 2
                                                                                                        + (a
                                                                                                            + (b
                                                                                                                - (3L
                                                                                                                    ^ (b
                                                                                                                            * 2
                                                                                                                        + (a
                                                                                                                            + (b
                                                                                                                                - (3L
                                                                                                                                    ^ (b
                                                                                                                                            * 2
                                                                                                                                        + (a
                                                                                                                                            + (b
                                                                                                                                                - (3L
                                                                                                                                                    ^ (b
                                                                                                                                                            * 2
                                                                                                                                                        + (a
                                                                                                                                                            + (b
                                                                                                                                                                - (3L
                                                                                                                                                                    ^ (b
                                                                                                                                                                            * 2
                                                                                                                                                                        + (a
                                                                                                                                                                            + (b
                                                                                                                                                                                - (3L
                                                                                                                                                                                    ^ (b
                                                                                                                                                                                            * 2
                                                                                                                                                                                        + (a
                                                                                                                                                                                            + (b
                                                                                                                                                                                                - (3L
                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                            * 2
                                                                                                                                                                                                        + (a
                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        + (a
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            + (b
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                - (3L
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ^ (b
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            * 2
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        + (await(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                t
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    .later(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        7L))
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            + await(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                t
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    .later(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        1)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))));
  }

  static String all(Object... parts) {
    return parts.length + Arrays.toString(parts);
  }

  @Async
  static Coroutine<String> manyArguments(Trace t, long l) {
    return result(
        all(
            l,
            1,
            "s2",
            await(t.later(3)),
            'c',
            await(t.later("5")),
            null,
            7.5,
            l,
            9,
            "s10",
            await(t.later(11)),
            'c',
            await(t.later("13")),
            null,
            15.5,
            l,
            17,
            "s18",
            await(t.later(19)),
            'c',
            await(t.later("21")),
            null,
            23.5,
            l,
            25,
            "s26",
            await(t.later(27)),
            'c',
            await(t.later("29")),
            null,
            31.5,
            l,
            33,
            "s34",
            await(t.later(35)),
            'c',
            await(t.later("37")),
            null,
            39.5,
            l,
            41,
            "s42",
            await(t.later(43)),
            'c',
            await(t.later("45")),
            null,
            47.5,
            l,
            49,
            "s50",
            await(t.later(51)),
            'c',
            await(t.later("53")),
            null,
            55.5,
            l,
            57,
            "s58",
            await(t.later(59)),
            'c',
            await(t.later("61")),
            null,
            63.5,
            l,
            65,
            "s66",
            await(t.later(67)),
            'c',
            await(t.later("69")),
            null,
            71.5,
            l,
            73,
            "s74",
            await(t.later(75)),
            'c',
            await(t.later("77")),
            null,
            79.5,
            l,
            81,
            "s82",
            await(t.later(83)),
            'c',
            await(t.later("85")),
            null,
            87.5,
            l,
            89,
            "s90",
            await(t.later(91)),
            'c',
            await(t.later("93")),
            null,
            95.5,
            l,
            97,
            "s98",
            await(t.later(99))));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(deep(t, 1L << 35, 5)));
    t.log(await(manyArguments(t, 8L)));
    return result();
  }
}
