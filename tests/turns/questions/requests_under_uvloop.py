# Why do the results come back late under uvloop and one by one under asyncio?
# Source: https://github.com/MagicStack/uvloop/issues/123
# Answer: turns answers by name: it watches asyncio's own loop, so the line that brings uvloop has to be taken out.
# Turns: refuses uvloop
import asyncio
import time

import uvloop


async def handle(number):
    print("request", number)
    time.sleep(0.02)
    await asyncio.sleep(0)
    print("response", number)


async def main():
    await asyncio.gather(*map(handle, range(3)))


uvloop.install()
asyncio.run(main())
