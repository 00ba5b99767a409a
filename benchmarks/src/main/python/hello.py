"""Hello world in asyncio: python3 hello.py [--uvloop]"""

import asyncio
import sys


async def main():
    await asyncio.sleep(0.001)
    print("Hello world")


if "--uvloop" in sys.argv:
    import uvloop

    uvloop.install()
asyncio.run(main())
