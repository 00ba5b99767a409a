package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that answers by completion stages, on threads of its own: they are awaited as such. */
final class LettuceTest {

  @TempDir Path directory;

  @Test
  void commandsOfLettuce_areAwaited_andTheirFailuresCaught() throws Exception {
    try (RedisServer redis = RedisServer.start(directory)) {
      assertThat(run(() -> commands(redis.port())))
          .containsExactly(
              "OK", "hello", "1 2", "ERR value is not an integer or out of range", "same thread")
          .inOrder();
    }
  }

  @Async
  private static Coroutine<List<String>> commands(int port) {
    List<String> told = new ArrayList<>();
    Thread loop = Thread.currentThread();
    RedisClient client = RedisClient.create();
    try {
      StatefulRedisConnection<String, String> connection =
          await(client.connectAsync(StringCodec.UTF8, RedisURI.create("localhost", port)));
      RedisAsyncCommands<String, String> redis = connection.async();
      told.add(await(redis.set("greeting", "hello")));
      told.add(await(redis.get("greeting")));
      RedisFuture<Long> first = redis.incr("count");
      RedisFuture<Long> second = redis.incr("count");
      told.add(await(first) + " " + await(second));
      try {
        told.add("" + await(redis.incr("greeting")));
      } catch (RedisCommandExecutionException wrong) {
        told.add(wrong.getMessage());
      }
      await(connection.closeAsync());
    } finally {
      await(client.shutdownAsync());
    }
    told.add(Thread.currentThread() == loop ? "same thread" : "another thread");
    return result(told);
  }
}
