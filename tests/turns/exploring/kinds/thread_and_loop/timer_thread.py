# Kind: thread_and_loop
# Right: unknown: a timer of another module is a thread.
# Marks: unknown unknown
import asyncio
from threading import Timer


async def main():
    Timer(0.01, print, ["timer"]).start()
    await asyncio.sleep(0.05)
    print("main")


asyncio.run(main())
