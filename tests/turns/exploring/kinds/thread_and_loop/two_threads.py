# Kind: thread_and_loop
# Right: unknown: two threads.
# Marks: unknown unknown
import asyncio


async def main():
    await asyncio.gather(asyncio.to_thread(print, "a"), asyncio.to_thread(print, "b"))


asyncio.run(main())
