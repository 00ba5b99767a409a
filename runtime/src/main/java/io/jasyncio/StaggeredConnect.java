package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Sneaky;
import io.jasyncio.spi.StreamSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Connects to several addresses at once, each begun a little after the one before, or when that has
 * failed. The first that answers is taken. The counterpart of {@code staggered_race}.
 */
final class StaggeredConnect {

  private StaggeredConnect() {}

  @Async
  static Coroutine<StreamSocket> race(
      EventLoop loop, List<InetSocketAddress> addresses, LocalEnd local, Duration delay)
      throws IOException {
    List<Task<StreamSocket>> running = new ArrayList<>();
    List<IOException> failures = new ArrayList<>();
    StreamSocket winner = null;
    int next = 0;
    try {
      while (winner == null && (next < addresses.size() || !running.isEmpty())) {
        if (next < addresses.size()) {
          running.add(loop.createTask(Connecting.connect(loop, addresses.get(next++), local)));
        }
        if (next < addresses.size()) {
          Object unused = await(Asyncio.wait(running, delay, ReturnWhen.FIRST_COMPLETED));
        } else {
          Object unused = await(Asyncio.wait(running, ReturnWhen.FIRST_COMPLETED));
        }
        winner = takeWinner(running, failures);
      }
    } finally {
      running.forEach(StaggeredConnect::drop);
    }
    if (winner == null) {
      throw Connecting.allFailed(failures);
    }
    return result(winner);
  }

  /** Removes the attempts that are done; null if none of them has succeeded. */
  private static StreamSocket takeWinner(
      List<Task<StreamSocket>> running, List<IOException> failures) {
    for (Task<StreamSocket> task : List.copyOf(running)) {
      if (task.done()) {
        running.remove(task);
        if (task.exception() == null) {
          return task.result();
        }
        if (!(task.exception() instanceof IOException failure)) {
          throw Sneaky.raise(task.exception());
        }
        failures.add(failure);
      }
    }
    return null;
  }

  private static void drop(Task<StreamSocket> attempt) {
    if (!attempt.cancel()) {
      closeSocket(attempt);
    } else {
      attempt.addDoneCallback(StaggeredConnect::closeSocket);
    }
  }

  /** An attempt that came in second has a socket that nobody takes. */
  private static void closeSocket(Future<StreamSocket> attempt) {
    if (!attempt.cancelled() && attempt.exception() == null) {
      attempt.result().close();
    }
  }
}
