"""A thread hands a callback to the loop, then ends.

Marks: first, queue

Why: When the job has ended, two handles are ready: the callback that prints, and the one that
completes the await. The latter and main's wake-up may run first.
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
