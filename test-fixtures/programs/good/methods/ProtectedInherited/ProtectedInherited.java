package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.function.Function;
import java.util.function.Supplier;
import methods.elsewhere.ProtectedBase;

/** Members inherited from a class of another package: protected, static, generic, nested. */
public class ProtectedInherited extends ProtectedBase<String> {
  ProtectedInherited() {
    super("content");
  }

  @Async
  Coroutine<String> members(Trace t) {
    field += await(t.later(1));
    wide <<= await(t.later(2));
    counter++;
    array[await(t.later(0))] += await(t.later(5L));
    String text = plain(await(t.later("p"))) + staticPlain(await(t.later(3)));
    text += await(inherited(t, content)) + await(staticInherited(t, 4));
    this.content = await(t.later("changed"));
    return result(text + field + wide + counter + array[0] + content);
  }

  @Override
  @Async
  protected Coroutine<String> overridden(Trace t, String value) {
    return result("derived/" + await(super.overridden(t, value)) + super.plain("s"));
  }

  @Async
  static Coroutine<Integer> throughOther(Trace t, ProtectedInherited other) {
    // Protected access is allowed through an expression of this class.
    other.field = await(t.later(50));
    return result(other.field++ + await(t.later(other)).field);
  }

  @Async
  Coroutine<String> lambdas(Trace t) {
    Supplier<String> lambda = () -> plain("l") + field;
    Function<String, String> reference = this::plain;
    Function<String, String> superReference = super::plain;
    Function<Integer, String> staticReference = ProtectedBase::staticPlain;
    await(t.pause());
    return result(
        lambda.get() + reference.apply("r") + superReference.apply("t") + staticReference.apply(1));
  }

  class Inner {
    @Async
    Coroutine<String> use(Trace t) {
      field += await(t.later(100));
      return result(plain("inner") + await(ProtectedInherited.this.overridden(t, "i")));
    }
  }

  @Async
  Coroutine<Integer> nested(Trace t) {
    Nested nested = new ProtectedNested(await(t.later(6)));
    await(t.pause());
    return result(nested.value + new ProtectedNested(await(t.later(7))).value);
  }

  /** The constructor of {@code Nested} is protected: only a subclass may call it. */
  private static final class ProtectedNested extends Nested {
    ProtectedNested(int value) {
      super(value);
    }
  }

  @Async
  Coroutine<Integer> anonymous(Trace t) {
    Nested nested = new Nested(await(t.later(8))) {};
    return result(nested.value);
  }

  @Override
  protected Object clone() {
    return "cloned";
  }

  @Async
  Coroutine<Object> objectMembers(Trace t) {
    Object copy = clone();
    await(t.pause());
    int[] array = {await(t.later(1))};
    return result(copy + "" + array.clone()[0] + getClass().getSimpleName());
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    counter = 0;
    ProtectedInherited object = new ProtectedInherited();
    t.log(await(object.members(t)));
    t.log(await(object.overridden(t, "x")), await(object.template(t)));
    t.log(await(throughOther(t, object)), await(object.lambdas(t)));
    t.log(await(object.new Inner().use(t)), await(object.nested(t)), await(object.anonymous(t)));
    t.log(await(object.objectMembers(t)));
    return result();
  }
}
