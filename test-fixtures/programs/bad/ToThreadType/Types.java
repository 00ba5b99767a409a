import io.jasyncio.annotations.ToThread;

final class Types {
  @ToThread
  // ERROR [ToThreadType] Types.Hidden cannot be named from another class
  private static final class Hidden {}

  @ToThread
  // ERROR [ToThreadType] Types.Marker is an annotation: there are no methods to call
  @interface Marker {}

  @ToThread(int.class)
  // ERROR [ToThreadType] int.class is not a class or interface
  interface Primitive {}

  @ToThread(maxWorkers = -1)
  // ERROR [ToThreadType] maxWorkers is negative
  static class Negative {}

  @ToThread
  // ERROR [ToThreadType] a class Types_TakenAsync exists already
  static class Taken {}
}

class Types_TakenAsync {}
