package patterns;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Qualified enum constants, case null, and mixed labels in switches with awaits. */
public class EnumsAndNulls {
  sealed interface Card permits Suit, Joker {}

  enum Suit implements Card {
    HEARTS,
    SPADES
  }

  enum Joker implements Card {
    RED
  }

  @Async
  static Coroutine<String> name(Trace t, Card card) {
    return result(
        switch (card) {
          case Suit.HEARTS -> "hearts" + await(t.later(1));
          case Suit.SPADES -> await(t.later("spades"));
          case Joker.RED -> "joker";
        });
  }

  @Async
  static Coroutine<Integer> nulls(Trace t, Suit suit, String text) {
    int sum = 0;
    switch (suit) {
      case HEARTS -> sum += await(t.later(1));
      case null -> sum += await(t.later(10));
      case SPADES -> sum += 2;
    }
    switch (await(t.later(text))) {
      case "a" -> sum += await(t.later(100));
      case String s when s.length() == await(t.later(2)) -> sum += 3000;
      case null, default -> sum += text == null ? await(t.later(1000)) : 2000;
    }
    return result(sum);
  }

  @Async
  static Coroutine<String> boxes(Trace t, Integer boxed) {
    return result(
        switch (boxed) {
          case null -> await(t.later("null"));
          case 1 -> "one" + await(t.later(1));
          case 2, 3 -> "few";
          case Integer i when i > await(t.later(100)) -> "many" + i;
          case Integer i -> "some" + await(t.later(i));
        });
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(name(t, Suit.HEARTS)), await(name(t, Suit.SPADES)), await(name(t, Joker.RED)));
    t.log(await(nulls(t, Suit.HEARTS, "a")), await(nulls(t, null, null)));
    t.log(await(nulls(t, Suit.SPADES, "bb")), await(nulls(t, null, "c")));
    for (Integer boxed : new Integer[] {null, 1, 3, 50, 500}) {
      t.log(await(boxes(t, boxed)));
    }
    return result();
  }
}
