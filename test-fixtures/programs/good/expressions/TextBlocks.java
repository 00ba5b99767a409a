package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Text blocks beside awaits. */
public class TextBlocks {
  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    String name = await(t.later("world"));
    String block =
        """
        Hello, %s!
          "quoted" \
        joined
        tab\there
        """
            .formatted(await(t.later(name)));
    t.log(block.replace('\n', '|'));
    String sum =
        """
        a
        """
            + await(t.later(1))
            + """
            b\
            """
            + await(t.later("c"));
    t.log(sum.replace('\n', '|'), sum.lines().count());
    return result();
  }
}
