"""A sleep, a timeout and the sleep inside it, all due together.

Marks: program, queue (earlier or missing), queue (earlier)

Why: Take the timeout's timer before the other task's: main is cancelled, prints `too late`, and
`other` follows. If the timeout's timer is held back until main has been woken, main prints `in
time`, and `end` comes without `too late`.
"""

import asyncio


async def other() -> None:
    await asyncio.sleep(0.1)
    print("other")


async def main() -> None:
    task = asyncio.create_task(other())
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(0.1)
            print("in time")
    except TimeoutError:
        print("too late")
    await task
    print("end")


asyncio.run(main())

# Output:
# other
# too late
# end
