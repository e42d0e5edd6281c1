# Kind: thread_and_loop
# Right: unknown: a pool of threads.
# Marks: unknown unknown
import asyncio
from concurrent.futures import ThreadPoolExecutor


async def main():
    with ThreadPoolExecutor() as pool:
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(pool, print, name) for name in "ab"))


asyncio.run(main())
