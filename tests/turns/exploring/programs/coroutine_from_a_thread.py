"""A thread asks the loop to run a coroutine and waits for its result.

Marks: unknown, unknown, unknown, unknown

Why: Each line is the cause of the next. But what a thread does is in no schedule, so nothing is
claimed.
"""

import asyncio


async def answer() -> int:
    print("loop answers")
    return 42


def job(loop: asyncio.AbstractEventLoop) -> None:
    print("thread asks")
    print("thread got", asyncio.run_coroutine_threadsafe(answer(), loop).result())


async def main() -> None:
    await asyncio.to_thread(job, asyncio.get_running_loop())
    print("end")


asyncio.run(main())

# Output:
# thread asks
# loop answers
# thread got 42
# end
