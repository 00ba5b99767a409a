"""What a sleeping coroutine occupies in asyncio: python3 sleeping.py DEPTH [COUNT]

Prints the growth of the process for one of them, in bytes. CPython has no compacting collector, so
that the process is what it costs.
"""

import asyncio
import gc
import os
import sys


async def nap(depth):
    if depth == 1:
        await asyncio.sleep(24 * 3600)
        return depth
    return depth + await nap(depth - 1)


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4096


async def main(depth, count):
    # Not held: the loop holds each by its timer.
    for _ in range(1_000):
        asyncio.create_task(nap(depth))
    await asyncio.sleep(0)
    gc.collect()
    before = resident()
    for _ in range(count):
        asyncio.create_task(nap(depth))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()
    print((resident() - before) / count, flush=True)
    os._exit(0)


asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200_000))
