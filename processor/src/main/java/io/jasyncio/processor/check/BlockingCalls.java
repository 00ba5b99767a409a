package io.jasyncio.processor.check;

import java.util.Map;
import java.util.Optional;

/** The calls of the JDK that block their thread, each with what to call instead. */
final class BlockingCalls {

  private static final String FUTURE = "await it";
  private static final String LOCK = "use an AsyncLock";
  private static final String THREAD = "call it through toThread(...)";

  /** {@code class#method}; a subclass's method counts as the class's. */
  private static final Map<String, String> ADVICE =
      Map.ofEntries(
          Map.entry("java.lang.Thread#sleep", "use await(sleep(...))"),
          Map.entry("java.lang.Thread#join", THREAD),
          Map.entry("java.lang.Object#wait", "use an AsyncCondition or AsyncEvent"),
          Map.entry("java.lang.Process#waitFor", "await process.onExit()"),
          Map.entry("java.util.concurrent.Future#get", FUTURE),
          Map.entry("java.util.concurrent.CompletableFuture#get", FUTURE),
          Map.entry("java.util.concurrent.CompletableFuture#join", FUTURE),
          Map.entry("java.util.concurrent.CountDownLatch#await", THREAD),
          Map.entry("java.util.concurrent.CyclicBarrier#await", THREAD),
          Map.entry("java.util.concurrent.Semaphore#acquire", "use an AsyncSemaphore"),
          Map.entry("java.util.concurrent.ExecutorService#invokeAll", THREAD),
          Map.entry("java.util.concurrent.ExecutorService#awaitTermination", THREAD),
          Map.entry("java.util.concurrent.BlockingQueue#take", "use an AsyncQueue"),
          Map.entry("java.util.concurrent.BlockingQueue#put", "use an AsyncQueue"),
          Map.entry("java.util.concurrent.locks.Lock#lock", LOCK),
          Map.entry("java.util.concurrent.locks.Lock#lockInterruptibly", LOCK),
          Map.entry("java.util.concurrent.locks.Condition#await", "use an AsyncCondition"),
          Map.entry("java.net.http.HttpClient#send", "await client.sendAsync(...)"),
          Map.entry("java.net.ServerSocket#accept", THREAD),
          Map.entry("java.net.Socket#connect", THREAD),
          Map.entry("java.io.InputStream#read", THREAD),
          Map.entry("java.io.InputStream#readAllBytes", THREAD),
          Map.entry("java.io.InputStream#readNBytes", THREAD),
          Map.entry("java.io.InputStream#transferTo", THREAD),
          Map.entry("java.io.Reader#read", THREAD),
          Map.entry("java.io.BufferedReader#readLine", THREAD),
          Map.entry("java.sql.DriverManager#getConnection", THREAD),
          Map.entry("java.sql.Statement#execute", THREAD),
          Map.entry("java.sql.Statement#executeQuery", THREAD),
          Map.entry("java.sql.Statement#executeUpdate", THREAD),
          Map.entry("java.sql.PreparedStatement#execute", THREAD),
          Map.entry("java.sql.PreparedStatement#executeQuery", THREAD),
          Map.entry("java.sql.PreparedStatement#executeUpdate", THREAD),
          Map.entry("java.sql.ResultSet#next", THREAD),
          Map.entry("java.sql.Connection#commit", THREAD));

  private BlockingCalls() {}

  /** What to do instead of calling {@code method} of {@code type}, if that blocks. */
  static Optional<String> adviceFor(String type, String method) {
    return Optional.ofNullable(ADVICE.get(type + "#" + method));
  }
}
