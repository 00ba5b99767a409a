package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.EnumMap;
import java.util.Map;

/** Switches on enums, old and new, exhaustive and not, in loops and with awaits in the cases. */
public class EnumSwitch {
  enum Light {
    RED,
    AMBER,
    GREEN;

    Light next() {
      return values()[(ordinal() + 1) % values().length];
    }
  }

  @Async
  static Coroutine<Light> change(Trace t, Light light) {
    switch (light) {
      case RED:
        await(t.later("stop"));
        return result(Light.GREEN);
      case GREEN:
        light = await(t.later(Light.AMBER));
        break;
      default:
        light = await(t.later(light)).next().next();
    }
    return result(light);
  }

  @Async
  static Coroutine<Integer> seconds(Trace t, Light light) {
    int value =
        switch (await(t.later(light))) {
          case RED -> await(t.later(60));
          case AMBER -> 3;
          case GREEN -> {
            await(t.pause());
            yield await(t.later(light)) == light ? 30 : 0;
          }
        };
    switch (light) {
      case AMBER -> value += await(t.later(1));
      case RED, GREEN -> {}
    }
    return result(value);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (Light light : Light.values()) {
      t.log(light, await(change(t, light)), await(seconds(t, light)));
    }
    Light light = Light.RED;
    int total = 0;
    do {
      total += await(seconds(t, light));
      light = await(change(t, light));
    } while (light != Light.RED && total < 300);
    t.log(total);
    Map<Light, String> names = new EnumMap<>(Light.class);
    names.put(await(t.later(Light.GREEN)), await(t.later("go")));
    t.log(names);
    try {
      await(seconds(t, null));
    } catch (NullPointerException e) {
      t.log("null selector");
    }
    switch (Thread.State.valueOf(await(t.later("NEW")))) {
      case NEW -> t.log("new");
      case BLOCKED -> await(t.later("blocked"));
      default -> await(t.later("default"));
    }
    return result();
  }
}
