package generics;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Generic classes, nested and inner, with async methods that use their type variables. */
public class GenericClasses<A> {
  private A value;

  GenericClasses(A value) {
    this.value = value;
  }

  @Async
  <B> Coroutine<GenericClasses<B>> map(Trace t, Function<? super A, ? extends B> f) {
    B b = f.apply(await(t.later(value)));
    return result(new GenericClasses<>(b));
  }

  @Async
  <B> Coroutine<B> flatMap(Trace t, Function<? super A, Coroutine<B>> f) {
    await(t.pause());
    return f.apply(value);
  }

  class Inner<B extends List<? super A>> {
    private final B list;

    Inner(B list) {
      this.list = list;
    }

    @Async
    Coroutine<B> fill(Trace t, int n) {
      for (int i = 0; i < n; i++) {
        list.add(await(t.later(value)));
      }
      return result(list);
    }

    @Async
    Coroutine<A> replace(Trace t, A other) {
      A old = value;
      value = await(t.later(other));
      return result(old);
    }
  }

  static class Node<K extends Comparable<K>, V> {
    private final K key;
    private V value;
    private Node<K, V> left;
    private Node<K, V> right;

    Node(K key, V value) {
      this.key = key;
      this.value = value;
    }

    @Async
    Coroutine<V> put(Trace t, K k, V v) {
      int c = k.compareTo(await(t.later(key)));
      if (c == 0) {
        V old = value;
        value = v;
        return result(old);
      }
      Node<K, V> child = c < 0 ? left : right;
      if (child != null) {
        return result(await(child.put(t, k, v)));
      }
      child = new Node<>(k, await(t.later(v)));
      if (c < 0) {
        left = child;
      } else {
        right = child;
      }
      return result(null);
    }

    @Async
    Coroutine<List<V>> values(Trace t) {
      List<V> all = new ArrayList<>();
      if (left != null) all.addAll(await(left.values(t)));
      all.add(value);
      if (right != null) all.addAll(await(right.values(t)));
      return result(all);
    }
  }

  @Async
  private static Coroutine<Integer> length(Trace t, String s) {
    return result(await(t.later(s)).length());
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    GenericClasses<Integer> one = new GenericClasses<>(1);
    GenericClasses<String> text = await(one.map(t, v -> "v" + v));
    t.log(text.value, await(text.flatMap(t, s -> length(t, s))) + await(t.later(1)));
    GenericClasses<Integer>.Inner<List<Number>> inner = one.new Inner<>(new ArrayList<>());
    t.log(await(inner.fill(t, 2)), await(inner.replace(t, 9)), await(inner.fill(t, 1)));
    Node<String, Integer> root = new Node<>("m", 0);
    for (String key : List.of("c", "x", "a", "c", "m")) {
      t.log(key, await(root.put(t, key, await(t.later((int) key.charAt(0))))));
    }
    t.log(await(root.values(t)));
    return result();
  }
}
