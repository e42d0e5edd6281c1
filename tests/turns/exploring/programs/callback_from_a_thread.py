"""A thread hands a callback to the loop, then ends.

Marks: unknown, unknown

Why: When the job has ended, two handles are ready: the callback that prints, and the one that
completes the await. The latter and main's wake-up may run first. But when a thread ends is in no
schedule, so nothing is claimed.
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(loop.call_soon_threadsafe, print, "from the thread")
    print("main")


asyncio.run(main())

# Output:
# from the thread
# main
