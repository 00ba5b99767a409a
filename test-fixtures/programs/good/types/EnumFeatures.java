package types;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.EnumMap;
import java.util.Map;

/** Enums around awaits: valueOf, values, maps, bodies, switches in inner classes. */
public class EnumFeatures {
  enum Planet {
    SMALL(1) {
      @Override
      String kind() {
        return "rocky" + super.kind();
      }
    },
    LARGE(10);

    private final int mass;

    Planet(int mass) {
      this.mass = mass;
    }

    String kind() {
      return "gas";
    }

    @Async
    Coroutine<Double> weight(Trace t, double factor) {
      return result(mass * await(t.later(factor)));
    }
  }

  class Inner {
    @Async
    Coroutine<String> choose(Trace t, Planet p) {
      switch (p) {
        case SMALL:
          return result("s" + await(t.later(p)).kind());
        default:
          await(t.pause());
      }
      return result("l" + p.kind());
    }
  }

  @Async
  static Coroutine<Map<Planet, Double>> weights(Trace t) {
    Map<Planet, Double> map = new EnumMap<>(Planet.class);
    for (Planet p : Planet.values()) {
      map.put(p, await(p.weight(t, p.ordinal() + 0.5)));
    }
    return result(map);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(weights(t)));
    Inner inner = new EnumFeatures().new Inner();
    t.log(await(inner.choose(t, Planet.SMALL)), await(inner.choose(t, Planet.LARGE)));
    t.log(Planet.valueOf(await(t.later("LARGE"))).compareTo(await(t.later(Planet.SMALL))));
    t.log(await(t.later(Planet.SMALL)) == Planet.SMALL, Planet.SMALL.getDeclaringClass());
    try {
      Planet.valueOf(await(t.later("NONE")));
    } catch (IllegalArgumentException e) {
      t.log(e);
    }
    return result();
  }
}
