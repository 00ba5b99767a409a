import io.jasyncio.annotations.ToThread;
import java.util.List;

final class FineTypes {
  @ToThread
  static class Nested {
    private int hidden() {
      return 1;
    }

    int shown() {
      return hidden();
    }
  }

  @ToThread(List.class)
  interface Lists {}

  @ToThread
  enum Choices {
    ONE
  }

  @ToThread(maxWorkers = 2)
  record Pair<A, B>(A first, B second) {}

  List<?> use(Nested nested, Pair<String, Integer> pair) {
    return List.of(
        new FineTypes_NestedAsync(nested).shown(),
        new ListAsync<>(List.of("a")).get(0),
        new FineTypes_ChoicesAsync(Choices.ONE).name(),
        new FineTypes_PairAsync<>(pair).second());
  }
}
