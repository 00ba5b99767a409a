"""The workloads in asyncio, each in a process of its own: prints nanoseconds for an operation.

    python3 workloads.py [--uvloop] KEY

KEY is the key of a row, as in Rows.java. Prints nothing for a row that Python does not have. The
number is the least of several runs in the process: the interpreter has no warm-up to speak of, and
the least is what it can do.
"""

import asyncio
import random
import sys
import threading
import time


async def child(i):
    return i + 1


async def await_child(n):
    total = 0
    for i in range(n):
        total += await child(i)
    return total


class Source:
    async def next(self, i):
        return i + 1


class Second(Source):
    async def next(self, i):
        return i + 2


class Third(Source):
    async def next(self, i):
        return i + 3


class Fourth(Source):
    async def next(self, i):
        return i + 4


async def await_virtual(sources, n):
    total = 0
    for i in range(n):
        total += await sources[i & 3].next(i)
    return total


async def fib(n):
    return n if n < 2 else await fib(n - 1) + await fib(n - 2)


async def yields(n):
    total = 0
    for i in range(n):
        await asyncio.sleep(0)
        total += i
    return total


async def frame(depth, suspensions):
    if depth > 1:
        return await frame(depth - 1, suspensions) + 1
    for _ in range(suspensions):
        await asyncio.sleep(0)
    return 1


async def chains(n, depth, suspensions):
    total = 0
    for _ in range(n):
        total += await frame(depth, suspensions)
    return total


async def ping_pong(n):
    queue = asyncio.Queue(1)

    async def produce():
        for i in range(n):
            await queue.put(i)

    producer = asyncio.create_task(produce())
    total = 0
    for _ in range(n):
        total += await queue.get()
    await producer
    return total


async def spawn(n):
    tasks = [asyncio.create_task(child(i & 127)) for i in range(n)]
    total = 0
    for task in tasks:
        total += await task
    return total


async def sleeper(seconds):
    await asyncio.sleep(seconds)
    return 1


async def sleepers(delays):
    tasks = [asyncio.create_task(sleeper(seconds)) for seconds in delays]
    total = 0
    for task in tasks:
        total += await task
    return total


async def wake_ups(n, burst):
    """Items from another thread, which sends a burst and waits until all of it was received."""
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    received = 0

    def send():
        for sent in range(0, n, burst):
            for i in range(burst):
                loop.call_soon_threadsafe(queue.put_nowait, i)
            while received < sent + burst:
                time.sleep(0)

    sender = threading.Thread(target=send)
    sender.start()
    for _ in range(n):
        await queue.get()
        received += 1
    sender.join()


def least(operations, program, runs=5):
    """Nanoseconds for an operation."""
    times = []
    for _ in range(runs):
        coroutine = program()
        start = time.perf_counter_ns()
        asyncio.run(coroutine)
        times.append((time.perf_counter_ns() - start) / operations)
    return min(times)


def processor_millis(program):
    times = []
    for _ in range(3):
        coroutine = program()
        start = time.process_time_ns()
        asyncio.run(coroutine)
        times.append((time.process_time_ns() - start) / 1e6)
    return min(times)


def measure(key):
    n = 10_000
    if key == "AwaitStatic-plain":
        return least(n, lambda: await_child(n))
    if key.startswith("AwaitVirtual-"):
        sources = {
            "AwaitVirtual-plain-virtual": [Source()] * 4,
            "AwaitVirtual-plain-monomorphic": [Second()] * 4,
            "AwaitVirtual-plain-megamorphic": [Source(), Second(), Third(), Fourth()],
        }[key]
        return least(n, lambda: await_virtual(sources, n))
    if key == "Fib-plain":
        return least(21_891, lambda: fib(20))
    if key == "Yield-plain":
        return least(n, lambda: yields(n))
    if key == "Chain-plain-1":
        return least(n, lambda: chains(n // 100, 100, 1))
    if key == "Chain-plain-100":
        return least(n, lambda: chains(n // 100, 100, 100))
    if key == "PingPong":
        return least(n, lambda: ping_pong(n))
    if key == "Spawn-plain":
        return least(n, lambda: spawn(n))
    if key == "Timers":
        delays = [random.randint(0, 50) / 1000 for _ in range(100_000)]
        return processor_millis(lambda: sleepers(delays))
    if key == "WakeUp-latency":
        return least(1_000, lambda: wake_ups(1_000, 1), runs=3)
    if key == "WakeUp-throughput":
        return least(n, lambda: wake_ups(n, n), runs=3)
    return None


def main(arguments):
    if "--uvloop" in arguments:
        import uvloop

        uvloop.install()
    result = measure(arguments[-1])
    if result is not None:
        print(result)


main(sys.argv[1:])
