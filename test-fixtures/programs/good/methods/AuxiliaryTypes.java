package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Several top-level types in one file, each with async methods. */
public class AuxiliaryTypes {
  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    AuxiliaryClass helper = new AuxiliaryClass(await(t.later(5)));
    t.log(await(helper.twice(t)), await(AuxiliaryInterface.ask(t)));
    t.log(await(AuxiliaryEnum.ONLY.get(t)), await(new AuxiliaryRecord<>("r").get(t)));
    return result();
  }
}

class AuxiliaryClass {
  private final int value;

  AuxiliaryClass(int value) {
    this.value = value;
  }

  @Async
  Coroutine<Integer> twice(Trace t) {
    return result(value * await(t.later(2)));
  }
}

interface AuxiliaryInterface {
  @Async
  static Coroutine<String> ask(Trace t) {
    return result(await(t.later("asked")));
  }
}

enum AuxiliaryEnum {
  ONLY;

  @Async
  Coroutine<AuxiliaryEnum> get(Trace t) {
    await(t.pause());
    return result(this);
  }
}

record AuxiliaryRecord<T>(T value) {
  @Async
  Coroutine<T> get(Trace t) {
    return result(await(t.later(value)));
  }
}
