package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncQueue;
import io.jasyncio.Coroutine;
import io.jasyncio.Task;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Loop;
import io.jasyncio.benchmarks.handwritten.MainFiber;
import io.jasyncio.benchmarks.kotlin.PingPongKt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Messages from one task to another over a queue that holds one. */
@OperationsPerInvocation(Workload.OPERATIONS)
public class PingPong extends Workload {

  // jasyncio

  @Benchmark
  public long jasyncio() {
    return loop.runUntilComplete(consume());
  }

  @Async
  private static Coroutine<Long> consume() {
    AsyncQueue<Integer> queue = new AsyncQueue<>(1);
    Task<Void> producer = createTask(produce(queue));
    long sum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      sum += await(queue.get());
    }
    await(producer);
    return result(sum);
  }

  @Async
  private static Coroutine<Void> produce(AsyncQueue<Integer> queue) {
    for (int i = 0; i < OPERATIONS; i++) {
      await(queue.put(i));
    }
    return result();
  }

  // Kotlin

  @Benchmark
  public long kotlin() {
    return PingPongKt.pingPong(OPERATIONS);
  }

  // Virtual threads

  @Benchmark
  @Fork(jvmArgsAppend = {PARALLELISM_1, POOL_SIZE_1})
  public long virtualThreads1() {
    return virtualThreads();
  }

  @Benchmark
  public long virtualThreads() {
    return VirtualThreads.call(
        () -> {
          BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
          Thread producer = VirtualThreads.start(() -> produceBlocking(queue));
          long sum = 0;
          try {
            for (int i = 0; i < OPERATIONS; i++) {
              sum += queue.take();
            }
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          VirtualThreads.join(producer);
          return sum;
        });
  }

  private static void produceBlocking(BlockingQueue<Integer> queue) {
    try {
      for (int i = 0; i < OPERATIONS; i++) {
        queue.put(i);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  // CompletableFuture

  /** The queue is {@link StageQueue}; the JDK has none that gives stages. */
  @Benchmark
  public long completableFuture() {
    StageQueue<Integer> queue = new StageQueue<>(handWrittenLoop);
    Consumer consumer = new Consumer(queue);
    handWrittenLoop.execute(consumer);
    handWrittenLoop.execute(new Producer(queue));
    return Stages.run(handWrittenLoop, consumer.end);
  }

  private static final class Producer implements Runnable {
    private final StageQueue<Integer> queue;
    private int i;

    Producer(StageQueue<Integer> queue) {
      this.queue = queue;
    }

    @Override
    public void run() {
      while (i < OPERATIONS) {
        CompletableFuture<Void> put = queue.put(i++);
        if (!put.isDone()) {
          CompletableFuture<?> unused = put.thenRun(this);
          return;
        }
      }
    }
  }

  private static final class Consumer implements Runnable {
    private final CompletableFuture<Long> end = new CompletableFuture<>();
    private final StageQueue<Integer> queue;
    private int i;
    private long sum;

    Consumer(StageQueue<Integer> queue) {
      this.queue = queue;
    }

    @Override
    public void run() {
      while (i < OPERATIONS) {
        CompletableFuture<Integer> got = queue.get();
        if (!got.isDone()) {
          CompletableFuture<?> unused = got.thenAccept(this::goOn);
          return;
        }
        add(got.join());
      }
      boolean unused = end.complete(sum);
    }

    private void goOn(int item) {
      add(item);
      run();
    }

    private void add(int item) {
      sum += item;
      i++;
    }
  }

  // Hand-written

  /** The two fibers are their own frames: their bodies are the outermost, and have one state. */
  @Benchmark
  public long handWritten() {
    Slot slot = new Slot();
    handWrittenLoop.execute(new SlotProducer(handWrittenLoop, slot));
    return new SlotConsumer(handWrittenLoop, slot).runToEnd();
  }

  /** A queue of capacity 1 for one producer and one consumer. */
  private static final class Slot {
    private boolean full;
    private long item;
    private Fiber producer;
    private Fiber consumer;

    boolean put(long item, SlotProducer putting) {
      if (full) {
        producer = putting;
        return false;
      }
      full = true;
      this.item = item;
      if (consumer != null) {
        consumer.giveWay();
        consumer = null;
      }
      return true;
    }

    long get(SlotConsumer getting) {
      if (!full) {
        consumer = getting;
        return Fiber.SUSPENDED;
      }
      full = false;
      if (producer != null) {
        producer.giveWay();
        producer = null;
      }
      return item;
    }
  }

  private static final class SlotProducer extends Fiber {
    private final Slot slot;
    private int i;

    SlotProducer(Loop loop, Slot slot) {
      super(loop);
      this.slot = slot;
    }

    @Override
    protected long start() {
      while (i < OPERATIONS) {
        if (!slot.put(i, this)) {
          return SUSPENDED;
        }
        i++;
      }
      return i;
    }

    @Override
    protected void ended(long result) {}
  }

  private static final class SlotConsumer extends MainFiber {
    private final Slot slot;
    private int i;
    private long sum;

    SlotConsumer(Loop loop, Slot slot) {
      super(loop);
      this.slot = slot;
    }

    @Override
    protected long start() {
      while (i < OPERATIONS) {
        long item = slot.get(this);
        if (item == SUSPENDED) {
          return SUSPENDED;
        }
        sum += item;
        i++;
      }
      return sum;
    }
  }
}
