# Kind: thread_and_loop
# Right: unknown: a thread of a pool.
# Marks: unknown unknown
import asyncio


async def main():
    done = asyncio.get_running_loop().run_in_executor(None, print, "thread")
    print("main")
    await done


asyncio.run(main())
