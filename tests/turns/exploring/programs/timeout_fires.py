"""A timeout at 0.05 in a sleep of 0.5, beside a sleep of 0.3.

Marks: first, program, clock

Why: `body` and `too late` are lines of one task. The other task's timer may fire before the
timeout does.
"""

import asyncio


async def other() -> None:
    await asyncio.sleep(0.3)
    print("other")


async def main() -> None:
    task = asyncio.create_task(other())
    try:
        async with asyncio.timeout(0.05):
            print("body")
            await asyncio.sleep(0.5)
            print("not reached")
    except TimeoutError:
        print("too late")
    await task


asyncio.run(main())

# Output:
# body
# too late
# other
