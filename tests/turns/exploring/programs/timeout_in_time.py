"""A timeout that does not fire.

Marks: clock (missing), clock (earlier), program

Why: 0.05 against 0.15 and 0.5. Where the timeout fires early, `body` is missing; where the other
task's timer fires early, `other` comes first. Main awaits that task before `end`.
"""

import asyncio


async def other() -> None:
    await asyncio.sleep(0.15)
    print("other")


async def main() -> None:
    task = asyncio.create_task(other())
    try:
        async with asyncio.timeout(0.5):
            await asyncio.sleep(0.05)
            print("body")
    except TimeoutError:
        print("too late")
    await task
    print("end")


asyncio.run(main())

# Output:
# body
# other
# end
