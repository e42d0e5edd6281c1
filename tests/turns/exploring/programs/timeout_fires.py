"""A timeout at 0.05 in a sleep of 0.5, beside a sleep of 0.3.

Marks: program, clock (missing), clock (earlier)

Why: `body` is printed in main's first turn. If the inner sleep's timer fires first, main prints
`not reached`, and `too late` is missing. The other task's timer may fire before the timeout does.
In queue schedules 0.05 comes first.
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
