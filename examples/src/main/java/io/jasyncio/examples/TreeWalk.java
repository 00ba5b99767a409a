package io.jasyncio.examples;

import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.emitAll;

import io.jasyncio.Generator;
import io.jasyncio.annotations.Async;
import java.util.List;

/**
 * A recursive generator: Python's {@code yield from}. The tree may be as deep as memory holds; a
 * value takes no Java stack, and costs the same at every depth.
 */
public final class TreeWalk {

  private TreeWalk() {}

  private record Node(String name, List<Node> children) {
    Node(String name, Node... children) {
      this(name, List.of(children));
    }
  }

  @Async
  private static Generator<String> walk(Node node) {
    emit(node.name());
    for (Node child : node.children()) {
      emitAll(walk(child));
    }
    return done();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    Node tree =
        new Node(
            "animals",
            new Node("mammals", new Node("cat"), new Node("whale")),
            new Node("birds", new Node("owl")));
    for (String name : walk(tree)) {
      System.out.println(name);
    }

    Node deep = new Node("leaf");
    for (int i = 0; i < 10_000; i++) {
      deep = new Node("branch", deep);
    }
    System.out.println(walk(deep).stream().count() + " nodes, one below the other");
  }
}
