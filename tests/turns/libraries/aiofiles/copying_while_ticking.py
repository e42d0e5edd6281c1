"""A file is copied in pieces while something else ticks; a spooled file and stdout."""

import asyncio
import time

import aiofiles
from aiofiles import os as aos
from aiofiles import stdout, tempfile
from aiofiles.ospath import wrap

slow = wrap(lambda: time.sleep(0.25))


async def tick(done: asyncio.Event) -> int:
    n = 0
    while not done.is_set():
        await asyncio.sleep(0.1)
        n += 1
    return n


async def main() -> None:
    done = asyncio.Event()
    ticking = asyncio.create_task(tick(done))
    async with tempfile.NamedTemporaryFile("wb+") as source:
        await source.write(b"0123456789" * 1000)
        await source.seek(0)
        async with tempfile.NamedTemporaryFile("wb+") as target:
            copied = 0
            while piece := await source.read(4096):
                copied += await target.write(piece)
                print("copied", copied)
            await target.flush()
            print(await aos.path.getsize(target.name))
    await slow()
    done.set()
    print("ticks:", await ticking)
    async with tempfile.SpooledTemporaryFile(max_size=10, mode="w+") as spooled:
        await spooled.write("spooled text that is long")
        await spooled.seek(0)
        print(await spooled.read())
    await stdout.write("written through aiofiles\n")
    await stdout.flush()


asyncio.run(main())
